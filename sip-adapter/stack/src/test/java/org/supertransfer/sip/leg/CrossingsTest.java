package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.RingTone;

/** Messages that meet on the way. Bob the customer, Alice the agent, Carol the target. */
class CrossingsTest {
    private static final EndCause NORMAL = EndCause.of(EndCause.Kind.NORMAL);

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void ourCancelMeetsThe200_isAckAndBye_andNoAnswerIsReported() {
        LegId leg = wired.dial(CallId.random(), wired.carol, null);
        Phone carol = Phone.waitFor(wired.carol);
        carol.ring();
        wired.event(CallEvent.Ringing.class);

        wired.legs.hangUp(leg, NORMAL);
        Message cancel = carol.next("CANCEL");
        carol.answer(Sdps.audio(7000));
        carol.reply(cancel, 200, null);
        carol.next("ACK");
        carol.bye();

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.NORMAL);
        assertThat(wired.story(leg)).containsExactly("Trying", "Ringing", "Ended");
    }

    @Test
    void cancelBeforeAnyProvisional_waitsForTheFirst() {
        LegId leg = wired.dial(CallId.random(), wired.carol, null);
        Phone carol = Phone.waitFor(wired.carol);

        wired.legs.hangUp(leg, NORMAL);
        assertThat(wired.carol.silent(Peer.isRequest("CANCEL"), Duration.ofMillis(300)))
                .isTrue();
        carol.ring();
        Message cancel = carol.next("CANCEL");
        carol.reply(cancel, 200, null);
        carol.reply(carol.invite(), 487, null);

        wired.event(CallEvent.Ended.class);
        assertThat(wired.story(leg)).containsExactly("Ended");
    }

    @Test
    void partysByeMeetsOurReinvite_theLegEndsOnce() {
        Wired.Up up = wired.up();

        wired.hold(up.customer());
        Message reinvite = up.bob().next("INVITE");
        up.bob().send("BYE", null);
        up.bob().response("BYE", 200);
        up.bob().reply(reinvite, 481, null);

        wired.event(CallEvent.Ended.class);
        wired.legs.hangUp(up.agent(), NORMAL);
        up.alice().bye();
        wired.event(CallEvent.Ended.class);
        assertThat(wired.story(up.customer())).containsExactly("Incoming", "Joined", "Ended");
    }

    @Test
    void partysByeMeetsOurBye_bothAre200_endedOnce() {
        Wired.Up up = wired.up();

        wired.legs.hangUp(up.agent(), EndCause.of(EndCause.Kind.TRANSFERRED));
        Message ours = up.alice().next("BYE");
        assertThat(ours.header("Reason")).isEqualTo("SIP;cause=200;text=\"Call transferred\"");
        up.alice().send("BYE", null);
        up.alice().response("BYE", 200);
        up.alice().reply(ours, 200, null);

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.TRANSFERRED);
        assertThat(wired.story(up.agent()).stream().filter("Ended"::equals)).hasSize(1);
    }

    @Test
    void lateByeOfTheOldLeg_doesNotEndTheRecall() {
        Wired.Up up = wired.up();
        wired.legs.hangUp(up.agent(), NORMAL);
        up.alice().bye();
        wired.event(CallEvent.Ended.class);
        LegId recall = wired.dial(up.call(), wired.alice, up.customer());
        Phone again = Phone.waitFor(wired.alice);
        again.ring();
        wired.event(CallEvent.Ringing.class);

        up.alice().send("BYE", null);
        up.alice().response("BYE", 200);
        again.answer(Sdps.audio(6000));

        assertThat(wired.event(CallEvent.Answered.class).leg()).isEqualTo(recall);
    }

    @Test
    void targetAnswersAndHangsUpBeforeTheJoinIsDone_joinFails_customerLives() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        LegId target = wired.dial(up.call(), wired.carol, up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        Message invite = carol.invite();
        carol.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);
        wired.join(up.customer(), target);
        Message ack = carol.next("ACK");
        assertThat(ack.cseq()).isEqualTo(invite.cseq());
        Message reinvite = up.bob().next("INVITE");

        carol.send("BYE", null);
        carol.response("BYE", 200);
        assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(target);
        wired.event(CallEvent.JoinFailed.class);
        up.bob().reply(reinvite, 200, Sdps.audio(5000));

        up.bob().next("ACK");
        assertThat(wired.legs.snapshot(up.customer())).isPresent();
    }

    @Test
    void customerHangsUpBetweenThe200AndOurAck_isAckAndByeToTheTarget() {
        Wired.Up up = wired.up();
        LegId target = wired.dial(up.call(), wired.carol, up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        carol.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);

        up.bob().send("BYE", null);
        wired.event(CallEvent.Ended.class);
        wired.legs.hangUp(target, NORMAL);
        carol.next("ACK");
        carol.bye();

        assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(target);
    }

    @Test
    void callersCancelWhileTheAgents200IsCommitted_487ToTheCaller_ackAndByeToTheAgent() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);

        bob.cancel();
        bob.response("CANCEL", 200);
        bob.response("INVITE", 487);
        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.CANCELLED);
        wired.legs.hangUp(agent, NORMAL);
        alice.next("ACK");
        alice.bye();

        wired.event(CallEvent.Ended.class);
    }

    @Test
    void callersCancelMeetsOur200_theCallStandsUntilTheCallersBye() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone.waitFor(wired.alice).answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.response("INVITE", 200);

        bob.cancel();
        bob.ack(ok, null);
        wired.event(CallEvent.Joined.class);
        bob.send("BYE", null);
        bob.response("BYE", 200);

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.NORMAL);
    }

    @Test
    void ackToOur200Lost_200ComesAgain_thenTheAckIsTaken() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone.waitFor(wired.alice).answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);

        Message first = bob.response("INVITE", 200);
        long started = System.nanoTime();
        Message second = bob.response("INVITE", 200);
        Message third = bob.response("INVITE", 200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(1200));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.toTag()).isEqualTo(third.toTag());
        bob.ack(third, null);

        wired.event(CallEvent.Joined.class);
        assertThat(wired.bob.silent(m -> m.status() == 200, Duration.ofSeconds(3)))
                .isTrue();
    }

    @Test
    void hangUpBeforeTheAckToOur200_waitsForTheAck() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone.waitFor(wired.alice).answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.response("INVITE", 200);

        wired.legs.hangUp(incoming.leg(), NORMAL);
        assertThat(wired.bob.silent(Peer.isRequest("BYE"), Duration.ofMillis(300)))
                .isTrue();
        bob.ack(ok, null);
        bob.bye();

        assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(incoming.leg());
    }

    @Test
    void answerToOurInviteAgain_isAcknowledgedAgain() {
        Wired.Up up = wired.up();
        LegId target = wired.dial(up.call(), wired.carol, up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        carol.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);
        wired.join(up.customer(), target);
        Message ack = carol.next("ACK");

        carol.answer(Sdps.audio(7000));
        Message again = carol.next("ACK");

        assertThat(again.cseq()).isEqualTo(ack.cseq());
        assertThat(wired.carol.count(Peer.isRequest("BYE"))).isZero();
    }

    @Test
    void second200FromAnotherBranch_isAckAndBye() {
        LegId leg = wired.dial(CallId.random(), wired.carol, null);
        Phone first = Phone.waitFor(wired.carol);
        Phone second = Phone.called(wired.carol, first.invite());
        first.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);
        first.next("ACK");

        second.answer(Sdps.audio(7100));
        wired.carol.expect("the second fork's ACK", m -> isOf(second, "ACK", m));
        wired.carol.expect("the second fork's BYE", m -> isOf(second, "BYE", m));

        assertThat(wired.legs.snapshot(leg)).isPresent();
    }

    private static boolean isOf(Phone fork, String method, Message message) {
        return Peer.isRequest(method).test(message) && message.toTag().equals(fork.localTag());
    }

    @Test
    void hangUpOvertakesWhatIsQueued_andCancelsWhatIsInFlight() {
        Wired.Up up = wired.up();
        wired.hold(up.customer());
        Message inFlight = up.bob().next("INVITE");
        wired.join(up.customer(), up.agent());

        wired.legs.hangUp(up.customer(), NORMAL);
        Message bye = up.bob().next("BYE");
        up.bob().reply(inFlight, 487, null);
        up.bob().reply(bye, 200, null);

        assertThat(wired.event(CallEvent.HoldFailed.class).superseded()).isTrue();
        assertThat(wired.event(CallEvent.JoinFailed.class).superseded()).isTrue();
        wired.event(CallEvent.Ended.class);
        assertThat(wired.story(up.customer())).endsWith("Ended");
    }

    @Test
    void silentTrunk_nextOneAfterFourSeconds_late200IsAckAndBye() {
        LegId leg = wired.dial(CallId.random(), new Destination.Outside("+358401234567"), null);
        Phone carol = Phone.waitFor(wired.carol);
        long started = System.nanoTime();
        Phone dave = Phone.waitFor(wired.dave);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(3));
        assertThat(dave.callId()).isNotEqualTo(carol.callId());
        dave.ring();

        carol.answer(Sdps.audio(7000));
        carol.next("ACK");
        carol.bye();
        dave.answer(Sdps.audio(8000));

        assertThat(wired.event(CallEvent.Answered.class).leg()).isEqualTo(leg);
        dave.next("ACK");
        assertThat(wired.story(leg)).containsExactly("Trying", "Ringing", "Answered");
    }

    @Test
    void retransmittedInvite_isNeverASecondCall() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        wired.bob.send(bob.invite());
        wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NOT_FOUND));
        bob.response("INVITE", 404);
        wired.bob.send(bob.invite());
        bob.response("INVITE", 404);

        assertThat(wired.seen().stream().filter(CallEvent.Incoming.class::isInstance))
                .hasSize(1);
    }

    @Test
    void queuedCaller_hears180Then182() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);

        wired.legs.ring(incoming.leg(), RingTone.QUEUED);

        Message ringing = bob.response("INVITE", 180);
        Message queued = bob.response("INVITE", 182);
        assertThat(queued.toTag()).isEqualTo(ringing.toTag()).isNotEmpty();
    }

    @Test
    void offersThatMeet_areBoth491_andOursComesAgain() {
        Wired.Up up = wired.up();
        wired.hold(up.customer());
        Message ours = up.bob().next("INVITE");

        up.bob().send("INVITE", Sdps.audio(5002));
        up.bob().response("INVITE", 491);
        up.bob().reply(ours, 491, null);
        up.bob().reinvited(Sdps.audio(5000, "inactive"));

        wired.event(CallEvent.Held.class);
    }

    @Test
    void answerAfterOurRestart_isRecognisedAsOurs_ackAndBye() {
        wired.dial(CallId.random(), wired.carol, null);
        Phone carol = Phone.waitFor(wired.carol);
        carol.ring();
        wired.event(CallEvent.Ringing.class);
        wired.crashAndRestart();

        carol.answer(Sdps.audio(7000));

        carol.next("ACK");
        carol.bye();
    }

    @Test
    void answerToAnInviteThatWasNeverOurs_getsNothing() {
        wired.dial(CallId.random(), wired.carol, null);
        Phone carol = Phone.waitFor(wired.carol);
        Message forged = wired.carol.reply(carol.invite(), 200, "forged", Sdps.audio(7000));

        wired.carol.send(Message.parse(forged.text()
                .replace(carol.callId(), "never-sent")
                .replaceFirst("branch=[^;]*", "branch=z9hG4bKnone")));

        assertThat(wired.carol.silent(Peer.isRequest("BYE"), Duration.ofMillis(500)))
                .isTrue();
    }
}
