package org.supertransfer.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant now = START;
    private final FakeSession session = new FakeSession();
    private final SessionLife life = new SessionLife(HOUR, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void begunSession_endsAfterItsTime() {
        life.begin(session.session());
        assertThat(life.endOf(session.session())).hasValue(START.plus(HOUR));
        assertThat(session.keptSeconds).isGreaterThan(3600);
        now = START.plus(HOUR).minusMillis(1);
        assertThat(life.isOver(session.session(), null)).isFalse();
        now = START.plus(HOUR);
        assertThat(life.isOver(session.session(), null)).isTrue();
    }

    @Test
    void command_putsTheEndOff() {
        life.begin(session.session());
        now = START.plus(Duration.ofMinutes(50));
        life.prolong(session.session());
        assertThat(life.endOf(session.session())).hasValue(now.plus(HOUR));
    }

    @Test
    void commandsInARow_areWrittenOnce() {
        life.begin(session.session());
        int writes = session.writes;
        now = START.plusSeconds(59);
        life.prolong(session.session());
        assertThat(session.writes).isEqualTo(writes);
        now = START.plusSeconds(61);
        life.prolong(session.session());
        assertThat(session.writes).isEqualTo(writes + 1);
    }

    @Test
    void sessionFromBeforeThePasswordChanged_isOver() {
        life.begin(session.session());
        assertThat(life.isOver(session.session(), START.plusMillis(1))).isTrue();
        assertThat(life.isOver(session.session(), START)).isFalse();
        now = START.plusSeconds(1);
        life.begin(session.session());
        assertThat(life.isOver(session.session(), START.plusMillis(1))).isFalse();
    }

    @Test
    void sessionThatNobodyBegan_isNotOver() {
        assertThat(life.endOf(session.session())).isEmpty();
        assertThat(life.isOver(session.session(), START)).isFalse();
    }
}
