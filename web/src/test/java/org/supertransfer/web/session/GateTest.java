package org.supertransfer.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLRecoverableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.LogInService;
import org.supertransfer.agent.Role;
import org.supertransfer.web.problem.Problem;

class GateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Gate gate = new Gate();
    private final FakeSession session = new FakeSession();
    private final List<Caller> granted = new ArrayList<>();
    private @Nullable Instant validSince;

    @BeforeEach
    void attempts() {
        gate.attempts = new PasswordAttempts(CLOCK);
        gate.visit = new Visit();
        gate.visit.life = new SessionLife(Duration.ofHours(1), CLOCK);
        gate.visit.provider = new Provider("");
        gate.visit.logIns = new LogInService() {
            @Override
            public boolean admits(Caller caller) {
                return !caller.roles().isEmpty() && caller.username().equals("anna");
            }

            @Override
            public void rolesAre(Caller caller) {
                granted.add(caller);
            }

            @Override
            public Optional<Instant> validSince(String username) {
                return Optional.ofNullable(validSince);
            }
        };
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
    void changeByToken_needsNoHeader() {
        assertThat(code(new FakeRequest("PUT", "/api/me/state").as("anna").with("Authorization", "Bearer x")))
                .isEqualTo("passes");
    }

    @Test
    void firstRequest_beginsTheSession_aCommandPutsItsEndOff() {
        assertThat(code(new FakeRequest("GET", "/api/me").as("anna").in(session)))
                .isEqualTo("passes");
        session.attributes.put("supertransfer.ends", NOW.plusSeconds(60).toEpochMilli());
        code(new FakeRequest("GET", "/api/calls").as("anna").in(session));
        assertThat(session.attributes)
                .containsEntry("supertransfer.ends", NOW.plusSeconds(60).toEpochMilli());
        code(new FakeRequest("POST", "/api/calls").as("anna").in(session).with("X-Requested-With", "x"));
        assertThat(session.attributes)
                .containsEntry("supertransfer.ends", NOW.plusSeconds(3600).toEpochMilli());
    }

    @Test
    void stayingLoggedIn_putsTheEndOff() {
        session.attributes.put("supertransfer.ends", NOW.plusSeconds(60).toEpochMilli());
        code(new FakeRequest("PUT", "/api/session").as("anna").in(session).with("X-Requested-With", "x"));
        assertThat(session.attributes)
                .containsEntry("supertransfer.ends", NOW.plusSeconds(3600).toEpochMilli());
    }

    @Test
    void basicBesideASession_provesNoPassword() {
        for (int i = 1; i < PasswordAttempts.FREE; i++) {
            gate.attempts.begin("anna", "192.0.2.1");
        }
        code(new FakeRequest("GET", "/api/me").as("anna").in(session).withBasic("anna", "guess"));
        gate.attempts.begin("anna", "192.0.2.1");
        assertThat(gate.attempts.waitFor("anna", "192.0.2.1")).isPresent();
    }

    @Test
    void basicThatTheContainerCouldNotCheck_isNotCalledWrong() {
        gate.visit.attempts = gate.attempts;
        gate.visit.agents = new AgentService() {
            @Override
            public void maskUnknown(String username) {
                throw new IllegalStateException(new SQLRecoverableException("away"));
            }
        };
        assertThat(code(new FakeRequest("GET", "/api/me").withBasic("anna", "anna")))
                .isEqualTo("unavailable");
        assertThat(gate.attempts.remembered()).isZero();
    }

    @Test
    void sessionWhoseTimeIsOver_ends() {
        session.attributes.put("supertransfer.ends", NOW.toEpochMilli());
        assertThat(code(new FakeRequest("GET", "/api/me").as("anna").in(session)))
                .isEqualTo("not-logged-in");
        assertThat(session.ended).isTrue();
    }

    @Test
    void sessionFromBeforeThePasswordChanged_ends() {
        session.attributes.put("supertransfer.began", NOW.minusSeconds(1).toEpochMilli());
        validSince = NOW;
        assertThat(code(new FakeRequest("GET", "/live").as("anna").in(session))).isEqualTo("not-logged-in");
        assertThat(session.ended).isTrue();
    }

    @Test
    void sessionThatEndsMeanwhile_isNobodys() {
        session.ended = true;
        assertThat(code(new FakeRequest("GET", "/api/me").as("anna").in(session)))
                .isEqualTo("not-logged-in");
    }

    @Test
    void strangerOfTheProvider_isTold_andCanLogOut() {
        assertThat(code(new FakeRequest("GET", "/api/me").as("olga"))).isEqualTo("not-admitted");
        assertThat(code(new FakeRequest("GET", "/live").as("olga"))).isEqualTo("not-admitted");
        assertThat(code(new FakeRequest("DELETE", "/api/session").as("olga").with("X-Requested-With", "x")))
                .isEqualTo("passes");
        assertThat(code(new FakeRequest("GET", "/api/me").as("anna").without("agent")))
                .isEqualTo("not-admitted");
    }

    @Test
    void providersRoles_becomeTheAgents_ourOwnStay() {
        code(new FakeRequest("GET", "/api/me").as("anna"));
        assertThat(granted).isEmpty();
        gate.visit.provider = new Provider("https://login.example/realms/x");
        code(new FakeRequest("GET", "/api/me").as("anna"));
        assertThat(granted).containsExactly(new Caller("anna", Set.of(Role.AGENT)));
    }

    @Test
    void nobody_isToldHowToLogIn() {
        assertThat(gate.problem(new FakeRequest("GET", "/api/me").request())
                        .orElseThrow()
                        .facts())
                .hasEntrySatisfying("login", way -> assertThat(way).hasToString("\"BUILT_IN\""));
        gate.visit.provider = new Provider("https://login.example/realms/x/");
        assertThat(gate.problem(new FakeRequest("GET", "/api/me").request())
                        .orElseThrow()
                        .facts())
                .hasEntrySatisfying("login", way -> assertThat(way).hasToString("\"OIDC\""));
    }

    @Test
    void rightBasicWithinTheWait_isAnsweredLikeAWrongOne() {
        for (int i = 0; i < PasswordAttempts.FREE; i++) {
            gate.attempts.begin("anna", "192.0.2.1");
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
