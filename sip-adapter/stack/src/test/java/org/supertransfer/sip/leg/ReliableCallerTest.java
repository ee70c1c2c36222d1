package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.RingTone;

/** Reliable provisional responses (RFC 3262) to a caller, and what the caller changes before the answer. */
class ReliableCallerTest {
    private static final String REQUIRED = "Require: 100rel";
    private static final String SUPPORTED = "Supported: 100rel";

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private Phone calls(@Nullable String sdp, String extension) {
        return Phone.call(wired.bob, wired.node.port(), "0201234500", sdp, extension);
    }

    private static Message prack(Phone phone, Message provisional, @Nullable String sdp) {
        Message prack = phone.confirmed(provisional)
                .request("PRACK", sdp)
                .add("RAck", provisional.header("RSeq") + " " + provisional.cseq() + " INVITE");
        phone.peer().send(prack);
        return prack;
    }

    /** Bob calls; Alice, dialled for him, says early what her network plays. */
    private record Early(Phone bob, LegId caller, Phone alice, LegId agent, Message progress) {}

    private Early early(String extension) {
        Phone bob = calls(Sdps.audio(5000), extension);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.reply(alice.invite(), 183, Sdps.audio(6000));
        return new Early(bob, incoming.leg(), alice, agent, bob.response("INVITE", 183));
    }

    @Test
    void required_every18xIsReliable_oneAtATime_but100IsNot() {
        Phone bob = calls(Sdps.audio(5000), REQUIRED);
        LegId leg = wired.event(CallEvent.Incoming.class).leg();
        assertThat(bob.response("INVITE", 100).header("RSeq")).isEmpty();

        wired.legs.ring(leg, RingTone.QUEUED);
        Message ringing = bob.response("INVITE", 180);
        assertThat(ringing.header("Require")).isEqualTo("100rel");
        assertThat(wired.bob.silent(m -> m.status() == 182, Duration.ofMillis(200)))
                .isTrue();
        prack(bob, ringing, null);

        bob.response("PRACK", 200);
        long next = Long.parseLong(ringing.header("RSeq")) + 1;
        assertThat(bob.response("INVITE", 182).header("RSeq")).isEqualTo(Long.toString(next));
    }

    @Test
    void supported_plainRingingIsNotReliable_earlyMediaIs() {
        Phone bob = calls(Sdps.audio(5000), SUPPORTED);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        wired.legs.ring(incoming.leg(), RingTone.RINGING);
        assertThat(bob.response("INVITE", 180).header("RSeq")).isEmpty();

        wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.reply(alice.invite(), 183, Sdps.audio(6000));

        assertThat(bob.response("INVITE", 183).header("RSeq")).isNotEmpty();
    }

    @Test
    void noPrack_itComesAgain_wrongPrack_481_rightOneEndsIt() {
        Phone bob = calls(Sdps.audio(5000), REQUIRED);
        wired.legs.ring(wired.event(CallEvent.Incoming.class).leg(), RingTone.RINGING);
        Message first = bob.response("INVITE", 180);
        Message again = bob.response("INVITE", 180);
        assertThat(again.header("RSeq")).isEqualTo(first.header("RSeq"));

        Message wrong = bob.confirmed(first).request("PRACK", null).add("RAck", "1 99 INVITE");
        wired.bob.send(wrong);
        bob.response("PRACK", 481);
        prack(bob, first, null);
        bob.response("PRACK", 200);

        long count = wired.bob.count(m -> m.status() == 180);
        assertThat(wired.bob.silent(m -> m.status() == 180, Duration.ofMillis(2500)))
                .isTrue();
        assertThat(wired.bob.count(m -> m.status() == 180)).isEqualTo(count);
    }

    @Test
    void earlyMediaUnacknowledged_holdsThe200Back_whichThenSaysNothingOfMedia() {
        Early call = early(SUPPORTED);
        call.alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(call.caller, call.agent);
        assertThat(wired.bob.silent(m -> m.status() == 200, Duration.ofMillis(300)))
                .isTrue();

        prack(call.bob, call.progress, null);
        call.bob.response("PRACK", 200);
        Message ok = call.bob.answered(null);

        assertThat(ok.body()).isEmpty();
        assertThat(ok.toTag()).isEqualTo(call.progress.toTag());
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void anotherDescriptionThanTheEarlyOne_isSaidInADialogOfItsOwn() {
        Early call = early(SUPPORTED);
        prack(call.bob, call.progress, null);
        call.bob.response("PRACK", 200);

        call.alice.answer(Sdps.audio(6200));
        wired.event(CallEvent.Answered.class);
        wired.join(call.caller, call.agent);
        Message ok = call.bob.answered(null);

        assertThat(ok.body()).contains("m=audio 6200 ");
        assertThat(ok.toTag()).isNotEqualTo(call.progress.toTag());
    }

    @Test
    void callerCancelsInsteadOfPrack_487_andNothingIsRepeated() {
        Early call = early(SUPPORTED);

        call.bob.cancel();

        call.bob.response("INVITE", 487);
        assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(call.caller);
        assertThat(wired.bob.silent(m -> m.status() == 183, Duration.ofMillis(1200)))
                .isTrue();
    }

    @Test
    void prackThatMeetsOur200_isTaken() {
        Phone bob = calls(Sdps.audio(5000), REQUIRED);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.ring();
        Message ringing = bob.response("INVITE", 180);
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.response("INVITE", 200);

        prack(bob, ringing, null);

        bob.response("PRACK", 200);
        bob.ack(ok, null);
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void delayedOffer_required_getsASilentOfferWithTheRinging_andVoiceWithTheJoin() {
        Phone bob = calls(null, REQUIRED);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        wired.legs.ring(incoming.leg(), RingTone.RINGING);
        Message ringing = bob.response("INVITE", 180);
        assertThat(ringing.body()).contains("m=audio 9 ").contains("a=inactive");
        prack(bob, ringing, Sdps.audio(5000, "inactive"));
        assertThat(bob.response("PRACK", 200).body()).isEmpty();

        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        assertThat(bob.answered(null).body()).isEmpty();
        Message opened = bob.reinvited(Sdps.audio(5000));

        assertThat(opened.body()).contains("m=audio 6000 ").contains("a=sendrecv");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void callersEarlyUpdate_isAnswered_andTheJoinTellsTheOtherParty() {
        Early call = early(SUPPORTED);
        prack(call.bob, call.progress, null);
        call.bob.response("PRACK", 200);

        call.bob.send("UPDATE", Sdps.audio(5500));
        assertThat(call.bob.response("UPDATE", 200).body()).contains("m=audio 6000 ");
        call.alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(call.caller, call.agent);
        call.alice.next("ACK");
        assertThat(call.bob.answered(null).body()).isEmpty();

        assertThat(call.alice.reinvited(Sdps.audio(6000)).body()).contains("m=audio 5500 ");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void offerInThePrack_isAnsweredInIts200() {
        Early call = early(SUPPORTED);

        prack(call.bob, call.progress, Sdps.audio(5600));

        assertThat(call.bob.response("PRACK", 200).body()).contains("m=audio 6000 ");
    }

    @Test
    void callersEarlyUpdateBeforeAnyAnswer_500WithRetryAfter_withoutAnOffer_200() {
        Phone bob = calls(Sdps.audio(5000), SUPPORTED);
        wired.legs.ring(wired.event(CallEvent.Incoming.class).leg(), RingTone.RINGING);
        bob.confirmed(bob.response("INVITE", 180));

        bob.send("UPDATE", Sdps.audio(5500));
        assertThat(bob.response("UPDATE", 500).header("Retry-After")).isNotEmpty();
        bob.send("UPDATE", null);
        bob.response("UPDATE", 200);
    }

    @Test
    void neverAcknowledged_theCallerIsRefused504() {
        try (Wired hasty = new Wired(Timing.standard().withT1(Duration.ofMillis(20)))) {
            Phone bob = Phone.call(hasty.bob, hasty.node.port(), "0201234500", Sdps.audio(5000), REQUIRED);
            hasty.legs.ring(hasty.event(CallEvent.Incoming.class).leg(), RingTone.RINGING);
            bob.response("INVITE", 180);

            bob.response("INVITE", 504);
            assertThat(hasty.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.LOST);
        }
    }
}
