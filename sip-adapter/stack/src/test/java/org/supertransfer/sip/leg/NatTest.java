package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

/** Anna's phone stands behind a NAT and knows its address there alone. */
class NatTest {
    private static final String INSIDE = "192.168.1.20:5060";

    private final Wired wired = new Wired();
    private final Relay nat = new Relay("127.0.0.1", wired.node.port());
    private final Peer anna = new Peer("anna", nat.innerPort());

    @AfterEach
    void close() {
        wired.close();
        anna.close();
        nat.close();
    }

    @Test
    void phoneBehindANat_calledAndReachedInItsCall() {
        nat.saying(head -> head.replace("127.0.0.1:" + anna.port(), INSIDE));
        Registering.of(anna, "anna", "secret");

        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), new Destination.Phones("anna"), incoming.leg());
        Phone phone = Phone.waitFor(anna);
        assertThat(phone.invite().uri()).contains("127.0.0.1:" + nat.outerPort());
        phone.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        phone.next("ACK");
        bob.answered(null);
        wired.event(CallEvent.Joined.class);

        wired.hold(agent);
        phone.reinvited(Sdps.audio(6000, "inactive"));
        wired.event(CallEvent.Held.class);
        wired.legs.hangUp(agent, EndCause.of(EndCause.Kind.NORMAL));
        assertThat(phone.next("BYE").uri()).contains("127.0.0.1:" + nat.outerPort());
    }
}
