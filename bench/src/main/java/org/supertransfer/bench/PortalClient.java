package org.supertransfer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** An agent's session with the REST interface. */
final class PortalClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private PortalClient(URI base) {
        this.base = base;
    }

    /** Logs in; the password is the username. */
    static PortalClient loggedIn(URI base, String username) throws IOException, InterruptedException {
        PortalClient client = new PortalClient(base);
        client.send("POST", "/api/session", Map.of("username", username, "password", username));
        return client;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET().build());
    }

    /** @throws IOException also for any status but 2xx */
    JsonNode send(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return answer(prepared(method, path, body));
    }

    /** A request ready to be sent by {@link #answer}, so that making it is not measured. */
    HttpRequest prepared(String method, String path, Map<String, ?> body) throws IOException {
        return request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "bench");
    }
}
