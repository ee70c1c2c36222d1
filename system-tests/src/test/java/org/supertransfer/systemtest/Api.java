package org.supertransfer.systemtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The REST interface as one user's script sees it, with a session of its own. */
public final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http;

    private Api(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(TIMEOUT)
                .build();
    }

    /** Without a session. */
    public static Api anonymous(URI base) {
        return new Api(base);
    }

    /** Logged in; the password is the username. */
    public static Api loggedIn(URI base, String username) {
        Api api = new Api(base);
        Answer answer = api.post("/api/session", Map.of("username", username, "password", username));
        if (answer.status() != 204) {
            throw new AssertionError("log-in of " + username + " answered " + answer);
        }
        return api;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param body turned into JSON; a String is sent as it is */
    public Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(text(body))));
    }

    /** @param body turned into JSON; a String is sent as it is */
    public Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(text(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Opens {@code /live} with this session. */
    public Live live() {
        return Live.open(http, base);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "system-tests");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * What the server answered.
     *
     * @param body an empty missing node when there was none
     */
    public record Answer(int status, @Nullable String type, JsonNode body) {
        private static Answer of(HttpResponse<String> response) throws JsonProcessingException {
            String type = response.headers().firstValue("Content-Type").orElse(null);
            boolean json = type != null && type.contains("json");
            return new Answer(response.statusCode(), type, JSON.readTree(json ? response.body() : ""));
        }

        /** The stable code of a problem, empty when this is none. */
        public String code() {
            return body.path("code").asText();
        }
    }
}
