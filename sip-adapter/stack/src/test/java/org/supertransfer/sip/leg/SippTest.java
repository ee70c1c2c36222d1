package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

/** SIPp as customer, agent and target: peers whose authors never saw our code. */
class SippTest {
    private static final Duration PATIENCE = Sipps.PATIENCE;

    private final Wired wired = new Wired();
    private final Sipps sipps;

    SippTest(@TempDir Path logs) {
        this.sipps = new Sipps("127.0.0.1", logs);
    }

    @BeforeAll
    static void sippIsInstalled() {
        Sipps.assumeInstalled();
    }

    @AfterEach
    void close() {
        sipps.close();
        wired.close();
    }

    @Test
    void customerIsAnsweredAndTransferred_everySippEndsContent() throws Exception {
        int agentPort = Sipps.freePort();
        int targetPort = Sipps.freePort();
        sipps.phone("phone.xml", agentPort, 6000);
        sipps.phone("phone.xml", targetPort, 7000);
        sipps.customer("customer.xml", wired.trunkPort(), wired.node.port());
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class, PATIENCE);

        LegId agentLeg = wired.dial(incoming.call(), phone(agentPort), incoming.leg());
        wired.event(CallEvent.Answered.class, PATIENCE);
        wired.join(incoming.leg(), agentLeg);
        wired.event(CallEvent.Joined.class, PATIENCE);
        LegId targetLeg = wired.dial(incoming.call(), phone(targetPort), incoming.leg());
        wired.event(CallEvent.Answered.class, PATIENCE);
        wired.join(incoming.leg(), targetLeg);
        wired.event(CallEvent.Joined.class, PATIENCE);
        wired.legs.hangUp(agentLeg, EndCause.of(EndCause.Kind.TRANSFERRED));
        wired.legs.hangUp(targetLeg, EndCause.of(EndCause.Kind.NORMAL));
        wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));

        sipps.endContent();
    }

    @Test
    void bothSidesInsistOnReliableRinging_theEarlyWordIsTheAnswer_andTheSessionIsRefreshed() throws Exception {
        int phonePort = Sipps.freePort();
        sipps.phone("phone-reliable.xml", phonePort, 6000);
        sipps.customer("customer-reliable.xml", wired.trunkPort(), wired.node.port());
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class, PATIENCE);

        LegId leg = wired.dial(incoming.call(), phone(phonePort), incoming.leg());
        wired.event(CallEvent.Answered.class, PATIENCE);
        wired.join(incoming.leg(), leg);
        wired.event(CallEvent.Joined.class, PATIENCE);
        awaitRefresh(incoming.leg());
        wired.legs.hangUp(leg, EndCause.of(EndCause.Kind.NORMAL));
        wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));

        sipps.endContent();
    }

    /** The customer's UPDATE, number 3, is in the leg's snapshot once it was answered. */
    private void awaitRefresh(LegId leg) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (wired.legs.snapshot(leg).orElseThrow().remoteCSeq() < 3) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static Destination phone(int port) {
        return new Destination.Address("sip:phone@127.0.0.1:" + port);
    }
}
