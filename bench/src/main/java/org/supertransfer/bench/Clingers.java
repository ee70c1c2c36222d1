package org.supertransfer.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** TCP connections that say nothing, or a request byte by byte, until the server has had enough of them. */
final class Clingers implements AutoCloseable {
    private static final int CONNECTIONS = 40;
    private static final long BETWEEN_BYTES_MILLIS = 1_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final Tally tally;

    Clingers(String address, int sipPort, Tally tally) throws IOException {
        this.tally = tally;
        for (int number = 0; number < CONNECTIONS; number++) {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", sipPort), 5_000);
            sockets.add(socket);
            tally.sent();
        }
    }

    /** Holds on for so long. */
    void cling(Duration length, boolean saysSomething) throws InterruptedException {
        String drip = "INVITE sip:slow@127.0.0.1 SIP/2.0\r\nX: " + "x".repeat(1_000);
        long end = System.nanoTime() + length.toNanos();
        for (int at = 0; System.nanoTime() < end; at++) {
            Thread.sleep(BETWEEN_BYTES_MILLIS);
            for (Socket socket : List.copyOf(sockets)) {
                if (isClosed(socket, saysSomething ? drip.substring(at, at + 1) : "")) {
                    tally.came("closed by the server");
                    sockets.remove(socket);
                }
            }
        }
    }

    private static boolean isClosed(Socket socket, String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException quiet) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
