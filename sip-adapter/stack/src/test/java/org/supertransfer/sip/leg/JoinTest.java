package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;

/** The joins of RFC 3725 as the wire shows them on both sides. */
class JoinTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private record Target(LegId leg, Phone phone) {}

    /** Carol is dialled for a party and answers at this port; she waits for the join. */
    private Target carolAnswers(Wired.Up up, LegId dialledFor, int port) {
        LegId leg = wired.dial(up.call(), wired.carol, dialledFor);
        Phone phone = Phone.waitFor(wired.carol);
        phone.ring();
        phone.answer(Sdps.audio(port));
        wired.event(CallEvent.Answered.class);
        return new Target(leg, phone);
    }

    @Test
    void afterAnswer_oneReinviteToTheHeldParty_isEnough() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        Target carol = carolAnswers(up, up.customer(), 7000);
        assertThat(carol.phone.invite().body()).contains("m=audio 5000 ").contains("a=sendrecv");

        OperationId id = wired.join(up.customer(), carol.leg);
        carol.phone.next("ACK");
        Message reinvite = up.bob().reinvited(Sdps.audio(5000));

        assertThat(reinvite.body()).contains("m=audio 7000 ").contains("a=sendrecv");
        CallEvent.Joined joined = wired.event(CallEvent.Joined.class);
        assertThat(joined.operation()).isEqualTo(id);
        assertThat(wired.carol.count(Peer.isRequest("INVITE"))).isEqualTo(1);
    }

    @Test
    void afterAnswer_partyMoved_targetIsTold() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        Target carol = carolAnswers(up, up.customer(), 7000);

        wired.join(carol.leg, up.customer());
        carol.phone.next("ACK");
        up.bob().reinvited(Sdps.audio(5002));
        Message told = carol.phone.reinvited(Sdps.audio(7000));

        assertThat(told.body()).contains("m=audio 5002 ");
        assertThat(wired.event(CallEvent.Joined.class).leg()).isEqualTo(carol.leg);
    }

    @Test
    void agentNotReinvitedSinceItsAnswer_isJoinedAgainByOneReinvite() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);

        wired.join(up.agent(), up.customer());
        assertThat(up.bob().reinvited(Sdps.audio(5000)).body())
                .contains("m=audio 6000 ")
                .contains("a=sendrecv");

        wired.event(CallEvent.Joined.class);
        assertThat(wired.alice.count(Peer.isRequest("INVITE"))).isEqualTo(1);
    }

    @Test
    void generalJoin_carriesOneOfferAndOneAnswer() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);

        wired.join(up.agent(), up.customer());
        Message asked = up.alice().next("INVITE");
        assertThat(asked.body()).isEmpty();
        up.alice().reply(asked, 200, Sdps.audio(6000));
        Message offered = up.bob().next("INVITE");
        assertThat(offered.body()).contains("m=audio 6000 ").contains("a=sendrecv");
        up.bob().reply(offered, 200, Sdps.audio(5000));
        up.bob().next("ACK");
        Message answer = up.alice().next("ACK");

        assertThat(answer.body()).contains("m=audio 5000 ").contains("a=sendrecv");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void generalJoin_firstOffersInactiveBecauseHeld_oneMoreReinviteOpensIt() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);

        wired.join(up.agent(), up.customer());
        up.alice().reply(up.alice().next("INVITE"), 200, Sdps.audio(6000, "inactive"));
        Message offered = up.bob().next("INVITE");
        assertThat(offered.body()).contains("a=sendrecv");
        up.bob().reply(offered, 200, Sdps.audio(5000));
        assertThat(up.alice().next("ACK").body()).contains("m=audio 5000 ").contains("a=inactive");
        Message open = up.alice().reinvited(Sdps.audio(6000));

        assertThat(open.body()).contains("m=audio 5000 ").contains("a=sendrecv");
        wired.event(CallEvent.Joined.class);
        assertThat(wired.bob.count(Peer.isRequest("INVITE"))).isEqualTo(2);
    }

    @Test
    void offerlessRefused_storedDescriptionIsOffered() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);

        wired.join(up.agent(), up.customer());
        up.alice().reply(up.alice().next("INVITE"), 488, null);
        Message stored = up.alice().reinvited(Sdps.audio(6000));
        assertThat(stored.body()).contains("m=audio 5000 ").contains("a=sendrecv");
        Message told = up.bob().reinvited(Sdps.audio(5000));

        assertThat(told.body()).contains("m=audio 6000 ").contains("a=sendrecv");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void secondPartyRefuses_firstGetsEveryLineInactive_joinFails() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);

        wired.join(up.agent(), up.customer());
        up.alice().reply(up.alice().next("INVITE"), 200, Sdps.audio(6000) + Sdps.video(6002));
        Message offered = up.bob().next("INVITE");
        assertThat(offered.body()).doesNotContain("m=video");
        up.bob().reply(offered, 488, null);
        Message answer = up.alice().next("ACK");

        assertThat(answer.body()).contains("m=audio 9 ").contains("m=video 9 ");
        assertThat(answer.body().split("a=inactive", -1)).hasSize(3);
        assertThat(wired.event(CallEvent.JoinFailed.class).superseded()).isFalse();
        assertThat(wired.legs.snapshot(up.agent())).isPresent();
        assertThat(wired.legs.snapshot(up.customer())).isPresent();
    }

    @Test
    void secondPartySilentForFourSeconds_joinFails_lateAnswerIsAcknowledged() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);

        wired.join(up.agent(), up.customer());
        up.alice().reply(up.alice().next("INVITE"), 200, Sdps.audio(6000));
        Message offered = up.bob().next("INVITE");
        assertThat(up.alice().next("ACK").body()).contains("a=inactive");
        wired.event(CallEvent.JoinFailed.class);
        up.bob().reply(offered, 200, Sdps.audio(5000));

        up.bob().next("ACK");
    }

    @Test
    void missingLine_isOfferedWithPortZero_surplusIsTurnedDown() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        LegId leg = LegId.random();
        wired.legs.dial(new org.supertransfer.callcontrol.DialRequest(
                leg,
                up.call(),
                new org.supertransfer.callcontrol.Destination.Address(wired.carol.uri()),
                null,
                false,
                new org.supertransfer.callcontrol.Party("1", null),
                null,
                null));
        Phone carol = Phone.waitFor(wired.carol);
        assertThat(carol.invite().body()).isEmpty();
        carol.answer(Sdps.audio(7000) + Sdps.video(7002));
        assertThat(carol.next("ACK").body()).contains("m=audio 9 ").contains("a=inactive");
        wired.event(CallEvent.Answered.class);

        wired.join(leg, up.customer());
        carol.reply(carol.next("INVITE"), 200, Sdps.audio(7000) + Sdps.video(7002));
        Message offered = up.bob().next("INVITE");
        assertThat(offered.body()).contains("m=audio 7000 ").doesNotContain("m=video");
        up.bob().reply(offered, 200, Sdps.audio(5000));

        assertThat(carol.next("ACK").body()).contains("m=audio 5000 ").contains("m=video 0 ");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void agentPlacesACall_agentFirst_thenTheOtherParty() {
        org.supertransfer.callcontrol.CallId call = org.supertransfer.callcontrol.CallId.random();
        LegId agent = wired.dial(call, wired.alice, null);
        Phone alice = Phone.waitFor(wired.alice);
        alice.answer(Sdps.audio(6000));
        assertThat(alice.next("ACK").body()).contains("m=audio 9 ").contains("a=inactive");
        wired.event(CallEvent.Answered.class);
        LegId other = wired.dial(call, new org.supertransfer.callcontrol.Destination.Outside("+358401234567"), agent);
        Phone carol = Phone.waitFor(wired.carol);
        assertThat(carol.invite().body()).contains("m=audio 6000 ").contains("a=sendrecv");
        carol.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);

        wired.join(agent, other);
        carol.next("ACK");
        Message reinvite = alice.reinvited(Sdps.audio(6000));

        assertThat(reinvite.body()).contains("m=audio 7000 ").contains("a=sendrecv");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void delayedOffer_bothWays_agentsOfferGoesInThe200_callersAnswerInTheAck() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", null);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        assertThat(alice.invite().body()).isEmpty();
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);

        wired.join(incoming.leg(), agent);
        Message ok = bob.answered(Sdps.audio(5000));

        assertThat(ok.body()).contains("m=audio 6000 ");
        assertThat(alice.next("ACK").body()).contains("m=audio 5000 ");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void unansweredCaller_otherNotDialledForIt_isOfferedTheCallersMedia() {
        Wired.Up up = wired.up();
        wired.held(up.agent(), up.alice(), 6000);
        LegId second = wired.dial(up.call(), wired.carol, up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        carol.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);

        wired.join(up.agent(), second);
        carol.next("ACK");
        up.alice().reply(up.alice().next("INVITE"), 200, Sdps.audio(6000));
        carol.reinvited(Sdps.audio(7000));

        assertThat(up.alice().next("ACK").body()).contains("m=audio 7000 ");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void pairThatIsJoined_sendsNothing_andReportsAgain() {
        Wired.Up up = wired.up();

        OperationId again = wired.join(up.agent(), up.customer());

        assertThat(wired.event(CallEvent.Joined.class).operation()).isEqualTo(again);
        assertThat(wired.bob.silent(Peer.isRequest("INVITE"), Duration.ofMillis(300)))
                .isTrue();
    }

    @Test
    void pairThatIsBeingJoined_reportsTheOutcomeUnderBothOperations() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);
        OperationId first = wired.join(up.agent(), up.customer());
        Message asked = up.alice().next("INVITE");
        OperationId second = wired.join(up.customer(), up.agent());
        up.alice().reply(asked, 200, Sdps.audio(6000));
        up.bob().reinvited(Sdps.audio(5000));

        assertThat(wired.event(CallEvent.Joined.class).operation()).isEqualTo(first);
        assertThat(wired.event(CallEvent.Joined.class).operation()).isEqualTo(second);
        assertThat(wired.alice.count(Peer.isRequest("INVITE"))).isEqualTo(3);
    }

    @Test
    void laterJoin_supersedesTheRunningOne_whoseOfferIsAnsweredInactive() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);
        Target carol = carolAnswers(up, up.agent(), 7000);
        carol.phone.next("ACK");
        OperationId first = wired.join(up.customer(), carol.leg);
        Message asked = up.bob().next("INVITE");

        OperationId second = wired.join(up.customer(), up.agent());
        CallEvent.JoinFailed failed = wired.event(CallEvent.JoinFailed.class);
        assertThat(failed.operation()).isEqualTo(first);
        assertThat(failed.superseded()).isTrue();
        up.bob().reply(asked, 200, Sdps.audio(5000));
        assertThat(up.bob().next("ACK").body()).contains("a=inactive");
        up.bob().reply(up.bob().next("INVITE"), 200, Sdps.audio(5000));
        up.alice().reinvited(Sdps.audio(6000));

        assertThat(up.bob().next("ACK").body()).contains("m=audio 6000 ");
        assertThat(wired.event(CallEvent.Joined.class).operation()).isEqualTo(second);
    }

    @Test
    void joinWithALegThatIsGone_fails() {
        Wired.Up up = wired.up();
        up.bob().send("BYE", null);
        wired.event(CallEvent.Ended.class);

        OperationId id = wired.join(up.agent(), up.customer());

        assertThat(wired.event(CallEvent.JoinFailed.class).operation()).isEqualTo(id);
    }

    @Test
    void otherPartyHangsUpDuringTheJoin_joinFailsAfterItsEnd() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);
        wired.join(up.agent(), up.customer());
        Message asked = up.alice().next("INVITE");

        up.bob().send("BYE", null);
        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.NORMAL);
        assertThat(wired.event(CallEvent.JoinFailed.class).leg()).isEqualTo(up.agent());
        up.alice().reply(asked, 200, Sdps.audio(6000));

        assertThat(up.alice().next("ACK").body()).contains("a=inactive");
    }
}
