package org.supertransfer.systemtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page's socket: remembers every frame, in order. */
public final class Live implements AutoCloseable {
    private final List<JsonNode> frames = new ArrayList<>();
    private final WebSocket socket;
    private int closeCode;

    private Live(HttpClient http, URI base) {
        URI live = URI.create("ws" + base.toString().substring("http".length()) + "/live");
        this.socket = http.newWebSocketBuilder()
                .header("Origin", base.toString())
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(live, new Frames())
                .join();
    }

    static Live open(HttpClient http, URI base) {
        return new Live(http, base);
    }

    /** The first frame. */
    public JsonNode snapshot() {
        return await("the snapshot", frame -> frame.path("type").asText().equals("snapshot"));
    }

    /** The first frame that fits, come or to come within 10 s. */
    public JsonNode await(String what, Predicate<JsonNode> fits) {
        return await(what, Duration.ofSeconds(10), fits);
    }

    /** The first frame that fits, come or to come. */
    public synchronized JsonNode await(String what, Duration patience, Predicate<JsonNode> fits) {
        long deadline = System.nanoTime() + patience.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < frames.size(); seen++) {
                if (fits.test(frames.get(seen))) {
                    return frames.get(seen);
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no frame: " + what + "; there were " + frames);
            }
            pause(left);
        }
    }

    /** The message with this code for this transfer, come or to come within 10 s. */
    public JsonNode message(String transferId, String code) {
        return message(transferId, code, Duration.ofSeconds(10));
    }

    /** The message with this code for this transfer, come or to come. */
    public JsonNode message(String transferId, String code, Duration patience) {
        return await(
                code,
                patience,
                frame -> isMessage(frame, transferId)
                        && frame.path("code").asText().equals(code));
    }

    /** The codes of the messages so far for this transfer, in order. */
    public synchronized List<String> codes(String transferId) {
        return frames.stream()
                .filter(frame -> isMessage(frame, transferId))
                .map(frame -> frame.path("code").asText())
                .toList();
    }

    /** All frames so far. */
    public synchronized List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    /** The code the server closed the socket with, waiting 10 s for it; 0 when it is still open. */
    public synchronized int closeCode() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (closeCode == 0 && System.nanoTime() < deadline) {
            pause(100);
        }
        return closeCode;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static boolean isMessage(JsonNode frame, String transferId) {
        return frame.path("type").asText().equals("message")
                && frame.path("transferId").asText().equals(transferId);
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void add(String text) {
        try {
            frames.add(Api.JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
        notifyAll();
    }

    private synchronized void closed(int code) {
        closeCode = code;
        notifyAll();
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed(code);
            return null;
        }
    }
}
