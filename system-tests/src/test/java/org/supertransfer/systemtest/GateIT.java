package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, and what everybody else is told: by the server itself, container and all. */
@ExtendWith(ServerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class GateIT {
    private static final List<String> NOTHING = List.of();
    private static final List<String> JSON = List.of("Content-Type", "application/json");
    private static final List<String> HEADER = List.of("X-Requested-With", "test");
    private static final String AWAY = "{\"state\":\"AWAY\"}";

    private final Stage stage;
    private final Http http;
    private final String name;

    GateIT(Stage stage) {
        this.stage = stage;
        this.http = new Http(stage.http());
        this.name = stage.nextAgent().username();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/me",
        "PUT, /api/me/state",
        "PUT, /api/me/language",
        "GET, /api/calls",
        "POST, /api/calls",
        "POST, /api/calls/x/hangup",
        "GET, /api/targets?type=AGENT",
        "GET, /api/numbers/112",
        "GET, /api/transfers",
        "PUT, /api/transfers/0b9f7a52-7c5f-4f0e-8f35-0c8d3b1f9a11",
        "GET, /api/openapi",
        "GET, /api/nothing",
        "DELETE, /api/session",
        "GET, /live"
    })
    void callWithoutLogIn_is401_neverAPage(String method, String path) {
        HttpResponse<String> answer = http.send(method, path, null, NOTHING);
        assertThat(Http.code(answer)).isEqualTo("401 not-logged-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge ->
                        assertThat(challenge).as("a scheme no browser asks for").startsWith("Session "));
    }

    @Test
    void session_hasACookieNoScriptAndNoForeignPageCanUse() {
        HttpResponse<String> answer = logIn(name, name);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void logOut_endsTheSession() {
        List<String> cookie = http.cookie(name);
        assertThat(get("/api/me", cookie).statusCode()).isEqualTo(200);
        assertThat(http.send("DELETE", "/api/session", null, and(cookie, HEADER))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Http.code(get("/api/me", cookie))).isEqualTo("401 not-logged-in");
    }

    @Test
    void secondLogIn_endsTheFirst() {
        List<String> first = http.cookie(name);
        HttpResponse<String> answer =
                http.send("POST", "/api/session", credentials(name, name), and(first, and(JSON, HEADER)));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Http.code(get("/api/me", first))).isEqualTo("401 not-logged-in");
    }

    @Test
    void basic_servesScripts_withoutASession() {
        HttpResponse<String> answer = get("/api/me", Http.basic(name, name));
        assertThat(Http.json(answer).path("username").asText()).isEqualTo(name);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(put("/api/me/state", AWAY, and(JSON, Http.basic(name, name))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongPassword_isOneAnswer_alsoForAnUnknownUser() {
        HttpResponse<String> known = logIn(name, "wrong");
        assertThat(Http.code(known)).isEqualTo("401 wrong-password");
        assertThat(logIn("nobody", "wrong").body()).isEqualTo(known.body());
        assertThat(Http.code(get("/api/me", Http.basic(name, "wrong")))).isEqualTo("401 wrong-password");
        assertThat(Http.code(get("/api/me", Http.basic("nobody", "wrong")))).isEqualTo("401 wrong-password");
    }

    @Test
    void guessing_becomesSlow_andTheRightPasswordToo() {
        String guessed = stage.nextAgent().username();
        for (int i = 0; i < 5; i++) {
            assertThat(Http.code(logIn(guessed, "guess"))).isEqualTo("401 wrong-password");
        }
        HttpResponse<String> answer = logIn(guessed, guessed);
        assertThat(Http.code(answer)).isEqualTo("429 too-many-attempts");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Http.code(get("/api/me", Http.basic(guessed, "guess")))).isEqualTo("429 too-many-attempts");
        Until.isTrue("after the wait", () -> logIn(guessed, guessed).statusCode() == 204);
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example", "http://127.0.0.1:1", "null", "https://127.0.0.1.evil.example"})
    void foreignOrigin_isRefused(String origin) {
        List<String> foreign = and(http.cookie(name), List.of("Origin", origin));
        assertThat(Http.code(get("/api/me", foreign))).isEqualTo("403 foreign-origin");
        assertThat(Http.code(get("/live", foreign))).isEqualTo("403 foreign-origin");
        assertThat(Http.code(put("/api/me/state", AWAY, and(foreign, and(JSON, HEADER)))))
                .isEqualTo("403 foreign-origin");
        assertThat(Http.code(http.send(
                        "POST", "/api/session", credentials(name, name), and(JSON, List.of("Origin", origin)))))
                .isEqualTo("403 foreign-origin");
    }

    @Test
    void ownOrigin_passes() {
        List<String> own = List.of("Origin", stage.http().toString());
        assertThat(get("/api/me", and(http.cookie(name), own)).statusCode()).isEqualTo(200);
    }

    @Test
    void changeByCookieAlone_isRefused() {
        List<String> cookie = http.cookie(name);
        assertThat(Http.code(put("/api/me/state", AWAY, and(cookie, JSON)))).isEqualTo("403 header-missing");
        assertThat(Http.code(http.send("DELETE", "/api/session", null, cookie))).isEqualTo("403 header-missing");
        assertThat(put("/api/me/state", AWAY, and(cookie, and(JSON, HEADER))).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, , 404 not-found",
        "PATCH, /api/me, , 405 method-not-allowed",
        "PUT, /api/me/state, text/plain, 415 unsupported-media-type",
        "POST, /api/calls, application/x-www-form-urlencoded, 415 unsupported-media-type"
    })
    void whatDoesNotFit_isAProblem(String method, String path, @Nullable String type, String code) {
        List<String> headers = and(Http.basic(name, name), type == null ? NOTHING : List.of("Content-Type", type));
        assertThat(Http.code(http.send(method, path, type == null ? null : AWAY, headers)))
                .isEqualTo(code);
    }

    @Test
    void answers_areNeverKept_andSaySo() {
        HttpResponse<String> answer = get("/api/me", Http.basic(name, name));
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void page_hasItsPolicy() {
        HttpResponse<String> answer = get("/", NOTHING);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void documents_areServed() {
        assertThat(get("/api/openapi", Http.basic(name, name)).body()).startsWith("openapi: 3.");
        assertThat(get("/api/asyncapi", Http.basic(name, name)).body()).startsWith("asyncapi: 3.");
    }

    @Test
    void health_namesSipAndDatabase() {
        Http management = new Http(stage.server().management());
        HttpResponse<String> ready = management.send("GET", "/health/ready", null, NOTHING);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(Http.json(ready).path("checks").findValuesAsText("name")).contains("sip", "database");
        assertThat(management.send("GET", "/health/live", null, NOTHING).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String path, List<String> headers) {
        return http.send("GET", path, null, headers);
    }

    private HttpResponse<String> put(String path, String body, List<String> headers) {
        return http.send("PUT", path, body, headers);
    }

    private HttpResponse<String> logIn(String username, String password) {
        return http.send("POST", "/api/session", credentials(username, password), JSON);
    }

    private static String credentials(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    private static List<String> and(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
