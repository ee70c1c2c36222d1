package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

/** What is given up in the end; the stack's own timers are real, ours a tenth. */
class PatienceTest {
    private static final Timing STANDARD = Timing.standard();

    private final Wired wired = new Wired(new Timing(
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofMillis(800),
            STANDARD.trunkSilence(),
            STANDARD.keepAlive(),
            STANDARD.refresh(),
            STANDARD.refreshHeld(),
            STANDARD.session(),
            STANDARD.leastSession(),
            STANDARD.random()));

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void callerNeverAcknowledgesOur200_joinFails_thenBye_lost() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone.waitFor(wired.alice).answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.response("INVITE", 200);

        wired.event(CallEvent.JoinFailed.class);
        bob.confirmed(ok).bye();

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.LOST);
    }

    @Test
    void hangUpOfACallerWhoNeverAcknowledges_endsAllTheSame() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone.waitFor(wired.alice).answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.response("INVITE", 200);

        wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));
        bob.confirmed(ok).bye();

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.NORMAL);
    }

    @Test
    void answerThatNobodyJoins_isAcknowledgedByItself() {
        Wired.Up up = wired.up();
        wired.dial(up.call(), wired.carol, up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        carol.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);

        carol.next("ACK");
    }

    @Test
    void holdThatNobodyAnswers_reportsInTime_andALaterOneWaitsForTheFirst() {
        Wired.Up up = wired.up();
        wired.hold(up.customer());
        Message first = up.bob().next("INVITE");
        wired.event(CallEvent.HoldFailed.class);

        wired.hold(up.customer());
        assertThat(up.bob().next("INVITE").cseq()).as("the same, sent again").isEqualTo(first.cseq());
        up.bob().reply(first, 200, Sdps.audio(5000, "inactive"));
        up.bob().next("ACK");
        Message second = up.bob().expect(m -> m.cseq() > first.cseq());
        up.bob().reply(second, 200, Sdps.audio(5000, "inactive"));

        wired.event(CallEvent.Held.class);
    }

    @Test
    void partySaysTryingToAReinviteAndThenNothing_legIsLost() {
        Wired.Up up = wired.up();
        wired.hold(up.customer());
        up.bob().reply(up.bob().next("INVITE"), 100, null);

        up.bob().bye();

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.LOST);
    }

    @Test
    void cancelledPhoneNeverAnswersTheInvite_theLegEndsAllTheSame() {
        LegId leg = wired.dial(CallId.random(), wired.carol, null);
        Phone carol = Phone.waitFor(wired.carol);
        carol.ring();
        wired.event(CallEvent.Ringing.class);
        wired.legs.hangUp(leg, EndCause.of(EndCause.Kind.NO_ANSWER));
        carol.reply(carol.next("CANCEL"), 200, null);

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.NO_ANSWER);
    }
}
