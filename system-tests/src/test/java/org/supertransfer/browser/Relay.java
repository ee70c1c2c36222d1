package org.supertransfer.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between the page and the server that can break: every line through it dies at once, and new ones fail. */
final class Relay implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final URI server;
    private volatile boolean broken;

    private Relay(URI server) throws IOException {
        this.server = server;
    }

    static Relay to(URI server) {
        try {
            Relay relay = new Relay(server);
            start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a page finds the server through this relay. */
    URI address() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    void breakDown() {
        broken = true;
        lines.forEach(Relay::reset);
    }

    void mend() {
        broken = false;
    }

    @Override
    public void close() {
        breakDown();
        end(entrance);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // closed, or the server's side refused: the page tries again
            }
        }
    }

    private void connect(Socket page) throws IOException {
        lines.add(page);
        if (broken) {
            reset(page);
            return;
        }
        Socket far = new Socket(server.getHost(), server.getPort());
        lines.add(far);
        start(() -> pass(page, far));
        start(() -> pass(far, page));
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one side is gone: so is the other, below
        } finally {
            reset(from);
            reset(to);
        }
    }

    /** Without a farewell: a network that breaks sends none. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
        end(socket);
    }

    private static void end(AutoCloseable line) {
        try {
            line.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
