package org.supertransfer.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Serves the page's files to browsers that talk to a {@link FakePortal}: a hundred of them for every page, too many to be
 * handed over by the test one by one. Runs until the tests are over.
 */
final class PageServer {
    private static final HttpServer SERVER = start();

    private PageServer() {}

    static int port() {
        return SERVER.getAddress().getPort();
    }

    private static HttpServer start() {
        // A small answer is two writes, and the second would wait for the first one's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", PageServer::answer);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "page-server");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<byte[]> file = PageFiles.read(path);
            exchange.getResponseHeaders().set("Content-Type", PageFiles.type(path));
            exchange.getResponseHeaders().set("Content-Security-Policy", PageFiles.contentSecurityPolicy());
            exchange.sendResponseHeaders(
                    file.isPresent() ? 200 : 404,
                    file.map(bytes -> (long) bytes.length).orElse(-1L));
            if (file.isPresent()) {
                exchange.getResponseBody().write(file.get());
            }
        }
    }
}
