package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;

/** Reliable provisional responses (RFC 3262) of a party that we dial, and what it changes before it answers. */
class ReliableDialTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private static Message reliable(Phone phone, int status, int rseq, String sdp) {
        return phone.peer()
                .reply(phone.invite(), status, phone.localTag(), sdp.isEmpty() ? null : sdp)
                .add("Require", "100rel")
                .add("RSeq", Integer.toString(rseq));
    }

    /** Alice is dialled for Bob, who has called. */
    private record Ringing(Phone bob, LegId caller, Phone alice, LegId agent) {}

    private Ringing ringing() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        return new Ringing(bob, incoming.leg(), Phone.waitFor(wired.alice), agent);
    }

    @Test
    void ourInvite_supportsIt_andAReliable180GetsItsPrack() {
        Ringing call = ringing();
        assertThat(call.alice.invite().header("Supported")).contains("100rel");

        wired.alice.send(reliable(call.alice, 180, 17, ""));
        Message prack = call.alice.next("PRACK");

        assertThat(prack.header("RAck")).isEqualTo("17 " + call.alice.invite().cseq() + " INVITE");
        assertThat(prack.cseq()).isEqualTo(call.alice.invite().cseq() + 1);
        assertThat(prack.toTag()).isEqualTo(call.alice.localTag());
        call.bob.response("INVITE", 180);
        assertThat(wired.event(CallEvent.Ringing.class).leg()).isEqualTo(call.agent);
    }

    @Test
    void sameResponseAgain_andOneOutOfOrder_getNoPrackOfTheirOwn() {
        Ringing call = ringing();
        wired.alice.send(reliable(call.alice, 180, 17, ""));
        call.alice.reply(call.alice.next("PRACK"), 200, null);

        wired.alice.send(reliable(call.alice, 180, 17, ""));
        wired.alice.send(reliable(call.alice, 183, 19, ""));
        assertThat(wired.alice.silent(Peer.isRequest("PRACK"), Duration.ofMillis(300)))
                .isTrue();

        wired.alice.send(reliable(call.alice, 183, 18, ""));
        assertThat(call.alice.next("PRACK").header("RAck")).startsWith("18 ");
    }

    @Test
    void reliable100_getsNoPrack() {
        Ringing call = ringing();

        wired.alice.send(reliable(call.alice, 100, 1, ""));

        assertThat(wired.alice.silent(Peer.isRequest("PRACK"), Duration.ofMillis(300)))
                .isTrue();
    }

    @Test
    void answerInTheReliable183_holdsForA200WithoutOne_andTheByeGoesOnCounting() {
        Ringing call = ringing();
        wired.alice.send(reliable(call.alice, 183, 1, Sdps.audio(6000)));
        Message prack = call.alice.next("PRACK");
        assertThat(prack.body()).isEmpty();
        call.alice.reply(prack, 200, null);
        assertThat(call.bob.response("INVITE", 183).body()).contains("m=audio 6000 ");

        call.alice.answer(null);
        wired.event(CallEvent.Answered.class);
        wired.join(call.caller, call.agent);
        call.alice.next("ACK");
        assertThat(call.bob.answered(null).body()).contains("m=audio 6000 ");
        wired.event(CallEvent.Joined.class);

        call.bob.send("BYE", null);
        wired.legs.hangUp(
                call.agent,
                org.supertransfer.callcontrol.EndCause.of(org.supertransfer.callcontrol.EndCause.Kind.NORMAL));
        assertThat(call.alice.bye().cseq()).isGreaterThan(prack.cseq());
    }

    @Test
    void offerInTheReliable183_isAnsweredInThePrack_silently_andTheJoinOpensIt() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", null);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        assertThat(alice.invite().body()).isEmpty();

        wired.alice.send(reliable(alice, 183, 1, Sdps.audio(6000)));
        Message prack = alice.next("PRACK");
        assertThat(prack.body()).contains("m=audio ").contains("a=inactive");
        alice.reply(prack, 200, null);
        alice.answer(null);
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        alice.next("ACK");
        Message asked = alice.next("INVITE");
        alice.reply(asked, 200, Sdps.audio(6000));

        assertThat(bob.answered(Sdps.audio(5000)).body()).contains("m=audio 6000 ");
        assertThat(alice.next("ACK").body()).contains("m=audio 5000 ");
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void severalForks_haveNumbersOfTheirOwn_andThe200OfEitherWins() {
        Ringing call = ringing();
        Phone second = Phone.called(wired.alice, call.alice.invite());

        wired.alice.send(reliable(call.alice, 183, 5, Sdps.audio(6000)));
        Message first = call.alice.next("PRACK");
        wired.alice.send(reliable(second, 183, 90, Sdps.audio(6100)));
        Message other = call.alice.next("PRACK");

        assertThat(first.toTag()).isEqualTo(call.alice.localTag());
        assertThat(other.toTag()).isEqualTo(second.localTag());
        assertThat(other.header("RAck")).startsWith("90 ");
        assertThat(other.header("Via")).isNotEqualTo(first.header("Via"));
        String tag = call.bob.response("INVITE", 183).toTag();
        assertThat(call.bob.response("INVITE", 183).toTag()).isNotEqualTo(tag);

        second.answer(null);
        wired.event(CallEvent.Answered.class);
        wired.join(call.caller, call.agent);
        assertThat(call.bob.answered(null).body()).contains("m=audio 6100 ");
    }

    @Test
    void late200OfAnotherFork_isAckAndBye_withANumberAfterItsPrack() {
        Ringing call = ringing();
        Phone second = Phone.called(wired.alice, call.alice.invite());
        wired.alice.send(reliable(second, 183, 90, Sdps.audio(6100)));
        Message prack = call.alice.next("PRACK");
        call.alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);

        second.answer(Sdps.audio(6100));
        Message bye = wired.alice.expect(
                "a BYE to the second fork",
                m -> Peer.isRequest("BYE").test(m) && m.toTag().equals(second.localTag()));

        assertThat(bye.cseq()).isGreaterThan(prack.cseq());
        wired.join(call.caller, call.agent);
        assertThat(call.bob.answered(null).body()).contains("m=audio 6000 ");
    }

    @Test
    void trunkChallengesThePrack_getsItAgainWithCredentials() {
        wired.dial(CallId.random(), new org.supertransfer.callcontrol.Destination.Outside("+358401234567"), null);
        Phone carol = Phone.waitFor(wired.carol);
        wired.carol.send(reliable(carol, 183, 1, Sdps.audio(7000)));
        Message prack = carol.next("PRACK");
        wired.carol.send(wired.carol
                .reply(prack, 407, carol.localTag(), null)
                .add("Proxy-Authenticate", "Digest realm=\"trunk\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256"));

        Message again = carol.next("PRACK");

        assertThat(again.header("Proxy-Authorization")).contains("username=\"trunkuser\"");
        assertThat(again.header("RAck")).isEqualTo(prack.header("RAck"));
        assertThat(again.cseq()).isGreaterThan(prack.cseq());
    }

    @Test
    void earlyUpdate_isAnswered_andTheCallerHearsTheNewMediaUnderANewTag() {
        Ringing call = ringing();
        wired.alice.send(reliable(call.alice, 183, 1, Sdps.audio(6000)));
        call.alice.reply(call.alice.next("PRACK"), 200, null);
        String tag = call.bob.response("INVITE", 183).toTag();

        call.alice.send("UPDATE", Sdps.audio(6500));
        assertThat(call.alice.response("UPDATE", 200).body()).contains("m=audio 5000 ");
        Message changed = call.bob.response("INVITE", 183);

        assertThat(changed.body()).contains("m=audio 6500 ");
        assertThat(changed.toTag()).isNotEqualTo(tag);
        call.alice.answer(null);
        wired.event(CallEvent.Answered.class);
        wired.join(call.caller, call.agent);
        assertThat(call.bob.answered(null).body()).contains("m=audio 6500 ");
    }

    @Test
    void earlyUpdateBeforeTheFirstAnswer_491_withoutAnOffer_200_ofNoDialog_481() {
        Ringing call = ringing();
        call.alice.ring();
        wired.event(CallEvent.Ringing.class);

        call.alice.send("UPDATE", Sdps.audio(6500));
        call.alice.response("UPDATE", 491);
        call.alice.send("UPDATE", null);
        call.alice.response("UPDATE", 200);
        Phone.called(wired.alice, call.alice.invite()).send("UPDATE", null);
        call.alice.response("UPDATE", 481);
    }

    @Test
    void forwarded181_queued182_andProgress183_arePassedOn() {
        Ringing call = ringing();

        call.alice.reply(call.alice.invite(), 181, null);
        call.bob.response("INVITE", 181);
        call.alice.reply(call.alice.invite(), 182, null);
        call.bob.response("INVITE", 182);
        call.alice.reply(call.alice.invite(), 183, null);
        call.bob.response("INVITE", 183);
        call.alice.reply(call.alice.invite(), 180, null);
        call.bob.response("INVITE", 180);
    }
}
