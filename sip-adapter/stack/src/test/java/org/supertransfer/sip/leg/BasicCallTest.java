package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.RingTone;

/** Bob the customer calls by the trunk, Alice the agent is dialled, they talk and hang up. */
class BasicCallTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void invite_becomesAnIncomingCall() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));

        bob.response("INVITE", 100);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);

        assertThat(incoming.called()).isEqualTo("0201234500");
        assertThat(incoming.caller().number()).isEqualTo("0401234567");
        assertThat(incoming.caller().name()).isEqualTo("Bob");
        assertThat(incoming.origin()).isEqualTo(new CallEvent.Origin.Trunk("127.0.0.1"));
    }

    @Test
    void agentAnswers_bothHearEachOther_untilTheCallerHangsUp() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        wired.legs.ring(incoming.leg(), RingTone.RINGING);
        bob.response("INVITE", 180);

        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        assertThat(alice.invite().body())
                .contains("m=audio 5000 ")
                .contains("o=- ")
                .doesNotContain("o=phone");
        assertThat(alice.invite().header("Max-Forwards")).isEqualTo("69");
        alice.ring();
        wired.event(CallEvent.Ringing.class);
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        alice.next("ACK");
        Message ok = bob.answered(null);
        CallEvent.Joined joined = wired.event(CallEvent.Joined.class);

        assertThat(ok.body()).contains("m=audio 6000 ");
        assertThat(joined.leg()).isEqualTo(incoming.leg());
        assertThat(joined.other()).isEqualTo(agent);
        assertThat(wired.legs.snapshot(agent)).isPresent();
        assertThat(wired.legs.snapshot(incoming.leg())).isPresent();

        bob.send("BYE", null);
        bob.response("BYE", 200);
        CallEvent.Ended ended = wired.event(CallEvent.Ended.class);
        assertThat(ended.leg()).isEqualTo(incoming.leg());
        wired.legs.hangUp(agent, EndCause.of(EndCause.Kind.NORMAL));
        Message bye = alice.bye();
        assertThat(bye.header("Reason")).contains("Q.850").contains("cause=16");
        assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(agent);
        assertThat(wired.story(agent)).containsExactly("Trying", "Ringing", "Answered", "Ended");
    }
}
