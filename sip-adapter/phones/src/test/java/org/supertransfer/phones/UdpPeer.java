package org.supertransfer.phones;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A SIP element of plain text on a UDP port, which shares no code with the phones: each datagram is handled in turn. */
abstract class UdpPeer implements AutoCloseable {
    private final DatagramSocket socket;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    UdpPeer() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::receive, getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    abstract void onMessage(String text, SocketAddress from) throws IOException;

    void send(String text, SocketAddress to) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private void receive() {
        byte[] buffer = new byte[65_535];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                onMessage(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8), packet.getSocketAddress());
            } catch (IOException | RuntimeException e) {
                if (!socket.isClosed()) {
                    failure.set(e);
                }
            }
        }
    }

    static Optional<String> header(String text, String name) {
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** @throws IllegalStateException when some datagram could not be handled */
    @Override
    public void close() {
        socket.close();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
    }
}
