package org.supertransfer.sip.leg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a phone and the node: the phone sends to {@link #innerPort}, the node sees {@link #outerPort}. The
 * heads of the phone's messages can be changed on their way, so that the phone says what it would say in another network.
 */
@NullMarked
final class Relay implements AutoCloseable {
    private final DatagramSocket inner;
    private final DatagramSocket outer;
    private final InetSocketAddress node;
    private volatile UnaryOperator<String> saying = UnaryOperator.identity();
    private volatile @Nullable SocketAddress phone;

    Relay(String nodeHost, int nodePort) {
        this(nodeHost, nodeHost, nodePort);
    }

    /** @param outerHost where the node sees the phone */
    Relay(String outerHost, String nodeHost, int nodePort) {
        try {
            this.node = new InetSocketAddress(nodeHost, nodePort);
            this.inner = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
            this.outer = new DatagramSocket(0, InetAddress.getByName(outerHost));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(inner, this::outwards);
        start(outer, this::inwards);
    }

    private interface Carrying {
        void carry(DatagramPacket packet) throws IOException;
    }

    private static void start(DatagramSocket from, Carrying carrying) {
        Thread thread = new Thread(() -> run(from, carrying), "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(DatagramSocket from, Carrying carrying) {
        while (!from.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                from.receive(packet);
                carrying.carry(packet);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void outwards(DatagramPacket packet) throws IOException {
        phone = packet.getSocketAddress();
        String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        byte[] said = (saying.apply(head) + (end < 0 ? "" : text.substring(end))).getBytes(StandardCharsets.UTF_8);
        outer.send(new DatagramPacket(said, said.length, node));
    }

    private void inwards(DatagramPacket packet) throws IOException {
        SocketAddress to = phone;
        if (to != null) {
            inner.send(new DatagramPacket(packet.getData(), packet.getLength(), to));
        }
    }

    /** Where the phone is, for one that is called before it has said anything. */
    Relay towards(int phonePort) {
        phone = new InetSocketAddress("127.0.0.1", phonePort);
        return this;
    }

    /** What becomes of the head of each message of the phone. */
    Relay saying(UnaryOperator<String> change) {
        saying = change;
        return this;
    }

    int innerPort() {
        return inner.getLocalPort();
    }

    int outerPort() {
        return outer.getLocalPort();
    }

    @Override
    public void close() {
        inner.close();
        outer.close();
    }
}
