package org.supertransfer.sip.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A SIP peer on a UDP socket of its own. */
public final class UdpPeer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DatagramSocket socket;
    private final InetSocketAddress node;

    public UdpPeer(int nodePort) {
        this(nodePort, 0);
    }

    /** @param ownPort 0 for any that is free */
    public UdpPeer(int nodePort, int ownPort) {
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            this.socket = new DatagramSocket(new InetSocketAddress(loopback, ownPort));
            this.node = new InetSocketAddress(loopback, nodePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void send(Text message) {
        send(message.toString());
    }

    public void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message; fails when none comes in five seconds. */
    public String receive() {
        return receiveWithin(PATIENCE).orElseThrow(() -> new AssertionError("nothing came"));
    }

    /** The next final response, provisional ones skipped. */
    public String receiveFinal() {
        String message = receive();
        return message.startsWith("SIP/2.0 1") ? receiveFinal() : message;
    }

    public String ask(Text message) {
        send(message);
        return receiveFinal();
    }

    public Optional<String> receiveWithin(Duration patience) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
            socket.setSoTimeout((int) patience.toMillis());
            socket.receive(packet);
            return Optional.of(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
