package org.supertransfer.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Many agents' pages as far as the server sees them: a session and an open {@code /live} that is read. */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final LongAdder frames = new LongAdder();
    private final Queue<String> closed = new ConcurrentLinkedQueue<>();

    private Crowd(URI base) {
        this.base = base;
    }

    /** Logs all of them in and opens their sockets; the password is the username. */
    static Crowd open(URI base, List<String> usernames) throws Exception {
        Crowd crowd = new Crowd(base);
        for (String username : usernames) {
            crowd.add(username);
        }
        return crowd;
    }

    /** How many frames came to all of them, snapshots included. */
    long frames() {
        return frames.sum();
    }

    /** How many sockets are open still. */
    long open() {
        return sockets.size() - closed.size();
    }

    /** Why the others were closed, each reason once. */
    Set<String> closings() {
        return Set.copyOf(closed);
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }

    private void add(String username) throws Exception {
        URI live = URI.create(base.toString().replaceFirst("^http", "ws")).resolve("/live");
        sockets.add(http.newWebSocketBuilder()
                .header("Cookie", session(username))
                .connectTimeout(PATIENCE)
                .buildAsync(live, new Reader())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private String session(String username) throws IOException, InterruptedException {
        String body = "{\"username\":\"" + username + "\",\"password\":\"" + username + "\"}";
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/session"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "bench")
                .POST(BodyPublishers.ofString(body))
                .build();
        String cookie = http.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException(username + " could not log in"));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private final class Reader implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (last) {
                frames.increment();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.add(status + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.add(error.toString());
        }
    }
}
