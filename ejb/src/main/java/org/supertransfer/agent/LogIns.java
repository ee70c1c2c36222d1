package org.supertransfer.agent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** From when on log-ins count, for those whose earlier ones do not. Known to every request, so it is kept in memory. */
@ApplicationScoped
class LogIns {
    @Inject
    private AgentRows rows;

    @Inject
    private Clock clock;

    private volatile @Nullable Map<String, Instant> since;

    Optional<Instant> validSince(String username) {
        return Optional.ofNullable(since().get(username));
    }

    /** First of all that hear it: whoever connects again at once must find it done. */
    void on(@Observes @Priority(Interceptor.Priority.APPLICATION) LogInEnded event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rows.logInsSince(event.username(), now);
        since().put(event.username(), now);
    }

    private Map<String, Instant> since() {
        Map<String, Instant> known = since;
        if (known == null) {
            known = read();
        }
        return known;
    }

    private synchronized Map<String, Instant> read() {
        Map<String, Instant> known = since;
        if (known == null) {
            known = new ConcurrentHashMap<>(rows.logInsSince());
            since = known;
        }
        return known;
    }
}
