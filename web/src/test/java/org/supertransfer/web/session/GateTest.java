package org.supertransfer.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.web.problem.Problem;

class GateTest {
    private final Gate gate = new Gate();

    @BeforeEach
    void attempts() {
        gate.attempts = new PasswordAttempts(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/session", "/api/openapi", "/api/nothing", "/live"})
    void nobody_isRefused(String path) {
        assertThat(code(new FakeRequest("GET", path))).isEqualTo("not-logged-in");
    }

    @Test
    void nobodyLoggingIn_passes() {
        assertThat(code(new FakeRequest("POST", "/api/session"))).isEqualTo("passes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/session/", "/api/sessions", "/api/session/x", "/live/api/session"})
    void nobodyPostingNearTheLogIn_isRefused(String path) {
        assertThat(code(new FakeRequest("POST", path))).isEqualTo("not-logged-in");
    }

    @Test
    void nobodyLoggingOut_isRefused() {
        assertThat(code(new FakeRequest("DELETE", "/api/session"))).isEqualTo("not-logged-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://portal.example",
                "http://portal.example:8081",
                "http://portal.example:8080.evil.example",
                "http://anna@portal.example:8080",
                "ftp://portal.example:8080",
                "portal.example:8080",
                "null",
                "",
                "http://[",
                "http://evil.example http://portal.example:8080"
            })
    void foreignOrigin_isRefused(String origin) {
        for (String path : new String[] {"/api/me", "/live", "/api/session"}) {
            assertThat(code(new FakeRequest("POST", path)
                            .as("anna")
                            .with("X-Requested-With", "page")
                            .with("Origin", origin)))
                    .isEqualTo("foreign-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://portal.example:8080", "https://portal.example:8080", "http://PORTAL.example:8080"})
    void ownOrigin_passes(String origin) {
        assertThat(code(new FakeRequest("GET", "/live").as("anna").with("Origin", origin)))
                .isEqualTo("passes");
    }

    @Test
    void noOrigin_passes() {
        assertThat(code(new FakeRequest("GET", "/live").as("anna"))).isEqualTo("passes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "WHATEVER"})
    void changeByCookieAlone_isRefused(String method) {
        assertThat(code(new FakeRequest(method, "/api/calls").as("anna"))).isEqualTo("header-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void changeByCookieWithHeader_passes(String method) {
        assertThat(code(new FakeRequest(method, "/api/calls").as("anna").with("X-Requested-With", "x")))
                .isEqualTo("passes");
    }

    @Test
    void readingByCookieAlone_passes() {
        assertThat(code(new FakeRequest("GET", "/api/calls").as("anna"))).isEqualTo("passes");
    }

    @Test
    void changeByBasic_needsNoHeader() {
        assertThat(code(new FakeRequest("PUT", "/api/me/state").as("anna").withBasic("anna", "anna")))
                .isEqualTo("passes");
    }

    @Test
    void rightBasicWithinTheWait_isAnsweredLikeAWrongOne() {
        for (int i = 0; i < PasswordAttempts.FREE; i++) {
            gate.attempts.failed("anna", "192.0.2.1");
        }
        FakeRequest request = new FakeRequest("GET", "/api/me").as("anna").withBasic("anna", "anna");
        assertThat(gate.problem(request.request())).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.headers()).containsEntry("Retry-After", "1");
        });
    }

    private String code(FakeRequest request) {
        return gate.problem(request.request()).map(Problem::code).orElse("passes");
    }
}
