package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** How far the application is behind with callers, and what is kept of messages for nobody. */
class UnheardTest {
    private static final int MANY = 200;

    @Test
    void caller_countedUntilTheFirstWord_andNoLongerThanAWhile() {
        AtomicLong now = new AtomicLong();
        Unheard unheard = new Unheard(now::get);
        LegId first = LegId.random();
        unheard.add(first);
        unheard.add(LegId.random());
        assertThat(unheard.count()).isEqualTo(2);
        unheard.heard(first);
        assertThat(unheard.count()).isEqualTo(1);
        now.addAndGet(9_000_000_000L);
        assertThat(unheard.count()).isZero();
    }

    @Test
    void callOnTheWire_counted_untilItRings_untilItEnds() {
        try (Wired wired = new Wired()) {
            Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
            CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
            assertThat(wired.legs.unheard()).isEqualTo(1);
            assertThat(wired.legs.calls()).isEqualTo(1);
            wired.legs.ring(incoming.leg(), RingTone.QUEUED);
            assertThat(wired.legs.unheard()).isZero();
            wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));
            wired.event(CallEvent.Ended.class);
            assertThat(wired.legs.unheard()).isZero();
        }
    }

    @Test
    void requestsForNobody_leaveNoLegAndNoTransaction() {
        try (Wired wired = new Wired()) {
            UdpPeer eve = new UdpPeer(wired.node.port());
            for (int request = 0; request < MANY; request++) {
                eve.send(forNobody("ACK", eve));
                assertThat(eve.ask(forNobody("BYE", eve))).startsWith("SIP/2.0 481 ");
                assertThat(eve.ask(new Text("CANCEL", eve.port()))).startsWith("SIP/2.0 481 ");
            }
            eve.close();
            assertThat(wired.legs.remembered()).isZero();
            assertThat(wired.node.transactions()).isZero();
        }
    }

    private static Text forNobody(String method, UdpPeer from) {
        return new Text(method, from.port()).header("To", "<sip:service@127.0.0.1>;tag=never");
    }
}
