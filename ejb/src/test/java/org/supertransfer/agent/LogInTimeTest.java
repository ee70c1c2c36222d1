package org.supertransfer.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.supertransfer.call.ContactCentreTest;

/** How long a failed log-in takes must not tell who exists. */
class LogInTimeTest extends ContactCentreTest {
    /** Far less than a hash of the cost of a real password takes, far more than a look into memory. */
    private static final Duration BETWEEN = Duration.ofMillis(15);

    @Test
    void nobodysLogIn_takesThePasswordCheckThatTheContainerCouldNotMake() {
        AgentService agents = centre.get(AgentService.class);
        agents.maskUnknown("nobody");
        assertThat(timeOf(() -> agents.maskUnknown("nobody"))).isGreaterThan(BETWEEN);
    }

    @Test
    void agentsLogIn_isNotCheckedTwice() {
        AgentService agents = centre.get(AgentService.class);
        agents.maskUnknown("alice");
        assertThat(timeOf(() -> agents.maskUnknown("alice"))).isLessThan(BETWEEN);
    }

    private static Duration timeOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
