package org.supertransfer.phones;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The server's public REST interface, as far as the rehearsal needs it: who is available. */
final class Portal {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;

    private final URI base;
    private final String username;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(TIMEOUT)
            .build();

    /** For a user whose password is the username. */
    Portal(URI base, String username) {
        this.base = base;
        this.username = username;
    }

    /** The ids of the agents that are available and idle. */
    Set<String> availableAgents() throws IOException, InterruptedException {
        HttpResponse<String> answer = targets();
        if (answer.statusCode() == UNAUTHORIZED) {
            logIn();
            answer = targets();
        }
        if (answer.statusCode() != 200 || !(Json.read(answer.body()) instanceof List<?> targets)) {
            throw new IOException("GET /api/targets answered " + answer.statusCode());
        }
        Set<String> available = new HashSet<>();
        for (Object target : targets) {
            if (target instanceof Map<?, ?> agent && "AVAILABLE".equals(agent.get("availability"))) {
                available.add(String.valueOf(agent.get("id")));
            }
        }
        return available;
    }

    private HttpResponse<String> targets() throws IOException, InterruptedException {
        return send(request("/api/targets?type=AGENT").GET());
    }

    private void logIn() throws IOException, InterruptedException {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, username);
        HttpResponse<String> answer = send(request("/api/session").POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("POST /api/session answered " + answer.statusCode());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "rehearsal");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
