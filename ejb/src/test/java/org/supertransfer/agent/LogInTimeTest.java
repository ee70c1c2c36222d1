package org.supertransfer.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.call.ContactCentre;

/** How long a failed log-in takes must not tell who exists. */
@EnableWeld
class LogInTimeTest {
    /** Far less than a hash of the cost of a real password takes, far more than a look into memory. */
    private static final Duration BETWEEN = Duration.ofMillis(15);

    private final ContactCentre centre = new ContactCentre();

    @WeldSetup
    WeldInitiator weld = centre.weld();

    @BeforeEach
    void open() {
        centre.open();
    }

    @AfterEach
    void close() {
        centre.close();
    }

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
