package org.supertransfer.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.LogInService;

class LogInServletTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final LogInServlet servlet = new LogInServlet();
    private final FakeSession session = new FakeSession();
    private @Nullable Instant validSince;

    @BeforeEach
    void visit() {
        servlet.visit = new Visit();
        servlet.visit.life = new SessionLife(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC));
        servlet.visit.logIns = new LogInService() {
            @Override
            public Optional<Instant> validSince(String username) {
                return Optional.ofNullable(validSince);
            }
        };
    }

    @Test
    void whoComesFromTheProvider_isLoggedIn() throws IOException {
        assertThat(next(new FakeRequest("GET", "/login").as("anna").in(session)))
                .isEqualTo("/");
        assertThat(session.attributes).containsEntry("supertransfer.began", NOW.toEpochMilli());
    }

    @Test
    void nobody_goesToThePage() throws IOException {
        assertThat(next(new FakeRequest("GET", "/login"))).isEqualTo("/");
    }

    @Test
    void logInFromBeforeThePasswordChanged_ends_andIsMadeAnew() throws IOException {
        session.attributes.put("supertransfer.began", NOW.minusSeconds(1).toEpochMilli());
        validSince = NOW;
        assertThat(next(new FakeRequest("GET", "/login").as("anna").in(session)))
                .isEqualTo("/login");
        assertThat(session.ended).isTrue();
    }

    @Test
    void comingAgain_doesNotPutTheEndOff() throws IOException {
        long end = NOW.plusSeconds(60).toEpochMilli();
        session.attributes.put("supertransfer.ends", end);
        assertThat(next(new FakeRequest("GET", "/login").as("anna").in(session)))
                .isEqualTo("/");
        assertThat(session.attributes).containsEntry("supertransfer.ends", end);
    }

    private @Nullable String next(FakeRequest request) throws IOException {
        String[] place = new String[1];
        servlet.doGet(request.request(), (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, given) -> {
                    if (called.getName().equals("sendRedirect")) {
                        place[0] = (String) given[0];
                    }
                    return null;
                }));
        return place[0];
    }
}
