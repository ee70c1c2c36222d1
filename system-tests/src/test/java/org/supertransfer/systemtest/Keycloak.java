package org.supertransfer.systemtest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real OpenID provider of its own, on loopback, with its database in memory and one realm, {@code contact}. */
public final class Keycloak implements AutoCloseable {
    /** Of the client {@code supertransfer}. */
    public static final String SECRET = "of-the-portal";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    /** The program is in its folder {@code bin}. */
    private final Path home =
            Peer.KEYCLOAK.found().toAbsolutePath().resolve("../..").normalize();

    private final Process process;

    private Keycloak(int port, URI portal) throws IOException {
        this.port = port;
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imports.resolve("contact.json"), realm(portal));
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment().put("JAVA_OPTS", "-Xms64m -Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        this.process = builder.start();
    }

    /**
     * Starts it and does not wait.
     *
     * @param portal where people come back to
     */
    public static Keycloak begin(int port, URI portal) throws IOException {
        return new Keycloak(port, portal);
    }

    /** What {@code ST_OIDC_PROVIDER_URL} is for a Keycloak on this port. */
    public static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/contact";
    }

    public void awaitReady() {
        Until.isTrue("Keycloak is up, see " + home.resolve("console.log"), PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Keycloak ended, see " + home.resolve("console.log"));
            }
            return answers();
        });
    }

    /** A script's token: an access token by the user's password. */
    public String token(String username) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=supertransfer&client_secret=" + SECRET + "&scope=openid&username="
                + username + "&password=" + password(username);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(port) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String answer = HTTP.send(request, BodyHandlers.ofString()).body();
        return Api.JSON.readTree(answer).path("access_token").asText();
    }

    /** Another than the portal's own for the same name. */
    public static String password(String username) {
        return "keycloak-" + username;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(port)))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String realm(URI portal) throws IOException {
        try (var file = Keycloak.class.getResourceAsStream("/keycloak/contact.json")) {
            String text = new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("${portal}", portal.toString()).replace("${secret}", SECRET);
        }
    }
}
