package org.supertransfer.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a log-in: so long after its last command. Reading does not count, for a page that nobody sits at goes on
 * reading. The container keeps the session a little longer than that, so that it is we who say that it is over.
 */
@ApplicationScoped
public class SessionLife {
    private static final String BEGAN = "supertransfer.began";
    private static final String ENDS = "supertransfer.ends";
    private static final Duration CONTAINERS_MARGIN = Duration.ofMinutes(5);
    /** Every write goes to the disk: an end that is this much nearer than it could be is good enough. */
    private static final int PARTS = 60;

    private final Duration length;
    private final Clock clock;

    public SessionLife() {
        this(Duration.ofSeconds(Long.getLong("supertransfer.session-seconds", 43_200)), Clock.systemUTC());
    }

    SessionLife(Duration length, Clock clock) {
        this.length = length;
        this.clock = clock;
    }

    /** Somebody has logged in, or proved again who he is. */
    void begin(HttpSession session) {
        session.setAttribute(BEGAN, clock.millis());
        setEnd(session);
    }

    /** The person did something. */
    void prolong(HttpSession session) {
        Instant latest = clock.instant().plus(length);
        boolean near = endOf(session)
                .map(end -> end.plus(length.dividedBy(PARTS)).isBefore(latest))
                .orElse(true);
        if (near) {
            setEnd(session);
        }
    }

    /** Empty while nobody has {@linkplain #begin begun} it. */
    Optional<Instant> endOf(HttpSession session) {
        return instant(session, ENDS);
    }

    /** @param validSince log-ins from before this moment are void, null when all count */
    boolean isOver(HttpSession session, @Nullable Instant validSince) {
        boolean late = endOf(session).map(end -> !clock.instant().isBefore(end)).orElse(false);
        return late
                || (validSince != null
                        && instant(session, BEGAN)
                                .map(began -> began.isBefore(validSince))
                                .orElse(false));
    }

    private void setEnd(HttpSession session) {
        session.setAttribute(ENDS, clock.instant().plus(length).toEpochMilli());
        session.setMaxInactiveInterval((int) length.plus(CONTAINERS_MARGIN).toSeconds());
    }

    private static Optional<Instant> instant(HttpSession session, String name) {
        return Optional.ofNullable((Long) session.getAttribute(name)).map(Instant::ofEpochMilli);
    }
}
