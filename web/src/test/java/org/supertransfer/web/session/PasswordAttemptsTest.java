package org.supertransfer.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PasswordAttemptsTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private final PasswordAttempts attempts = new PasswordAttempts(new Clock() {
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
    void attemptsAtOnce_areNoMoreThanOneAfterTheOther() {
        for (int i = 0; i < PasswordAttempts.FREE; i++) {
            assertThat(attempts.begin("anna", "a")).isEmpty();
        }
        assertThat(attempts.begin("anna", "a")).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(attempts.begin("anna", "a")).isEmpty();
        assertThat(attempts.begin("anna", "a")).contains(Duration.ofSeconds(2));
    }

    @Test
    void attemptThatToldNothing_doesNotCount() {
        fail(4);
        attempts.begin("anna", "a");
        attempts.withdraw("anna", "a");
        assertThat(attempts.waitFor("anna", "a")).isEmpty();
        attempts.withdraw("bertta", "a");
        attempts.begin("bertta", "a");
        attempts.withdraw("bertta", "a");
        assertThat(attempts.remembered()).isEqualTo(1);
    }

    @Test
    void fourFailures_costNothing() {
        fail(4);
        assertThat(attempts.waitFor("anna", "a")).isEmpty();
    }

    @Test
    void fifthFailure_waitsOneSecond() {
        fail(5);
        assertThat(attempts.waitFor("anna", "a")).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(attempts.waitFor("anna", "a")).isEmpty();
    }

    @Test
    void eachFurtherFailure_doublesTheWait() {
        fail(8);
        assertThat(attempts.waitFor("anna", "a")).contains(Duration.ofSeconds(8));
    }

    @Test
    void thousandFailures_waitFiveMinutes() {
        fail(1000);
        assertThat(attempts.waitFor("anna", "a")).contains(Duration.ofMinutes(5));
    }

    @Test
    void spellingOfTheName_countsTogether() {
        fail(5);
        assertThat(attempts.waitFor("ANNA", "a")).isPresent();
    }

    @Test
    void otherAddressAndOtherUser_areFree() {
        fail(5);
        assertThat(attempts.waitFor("anna", "b")).isEmpty();
        assertThat(attempts.waitFor("bertta", "a")).isEmpty();
    }

    @Test
    void success_forgets() {
        fail(5);
        attempts.succeeded("anna", "a");
        fail(4);
        assertThat(attempts.waitFor("anna", "a")).isEmpty();
    }

    @Test
    void quarterOfAnHour_forgets() {
        fail(9);
        now = now.plus(Duration.ofMinutes(16));
        fail(1);
        assertThat(attempts.waitFor("anna", "a")).isEmpty();
    }

    @Test
    void floodOfNames_keepsMemoryBounded() {
        for (int i = 0; i < PasswordAttempts.CAPACITY + 500; i++) {
            attempts.begin("user" + i, "a");
        }
        assertThat(attempts.remembered()).isEqualTo(PasswordAttempts.CAPACITY);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            Duration wait = attempts.begin("anna", "a").orElse(Duration.ZERO);
            if (!wait.isZero()) {
                now = now.plus(wait);
                attempts.begin("anna", "a");
            }
        }
    }
}
