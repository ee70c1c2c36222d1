package org.supertransfer.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as anybody may send them, header by header: no session kept, nothing added. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;

    Http(URI base) {
        this.base = base;
    }

    /** @param headers name, value, name, value … */
    HttpResponse<String> send(String method, String path, @Nullable String body, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The stable code of a problem; an assertion when the answer is none. */
    static String code(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            throw new AssertionError("no problem: " + answer.statusCode() + " " + type + " " + answer.body());
        }
        return answer.statusCode() + " " + json(answer).path("code").asText();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return Api.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> basic(String username, String password) {
        String pair = username + ":" + password;
        return List.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** The session cookie of a log-in, as a Cookie header. */
    List<String> cookie(String username) {
        HttpResponse<String> answer = send(
                "POST",
                "/api/session",
                "{\"username\":\"" + username + "\",\"password\":\"" + username + "\"}",
                List.of("Content-Type", "application/json"));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return List.of("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }
}
