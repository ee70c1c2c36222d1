package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.callcontrol.RingTone;

/** What a dialled party sees, and what the calls hear of it. */
class DialTest {
    private static final Destination OUTSIDE = new Destination.Outside("+358401234567");

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private EndCause endOf(int status, String... reason) {
        wired.dial(CallId.random(), OUTSIDE, null);
        Phone carol = Phone.waitFor(wired.carol);
        Message reply = wired.carol.reply(carol.invite(), status, carol.localTag(), null);
        for (String value : reason) {
            reply.add("Reason", value);
        }
        wired.carol.send(reply);
        carol.next("ACK");
        return wired.event(CallEvent.Ended.class).cause();
    }

    @Nested
    class Ends {
        @Test
        void busy486() {
            EndCause cause = endOf(486);
            assertThat(cause.kind()).isEqualTo(EndCause.Kind.BUSY);
            assertThat(cause.sipStatus()).isEqualTo(486);
            assertThat(cause.q850()).isEqualTo(17);
        }

        @Test
        void declined603() {
            assertThat(endOf(603).kind()).isEqualTo(EndCause.Kind.DECLINED);
        }

        @Test
        void notFound404() {
            assertThat(endOf(404).kind()).isEqualTo(EndCause.Kind.NOT_FOUND);
        }

        @Test
        void trunkRefuses403() {
            assertThat(endOf(403).kind()).isEqualTo(EndCause.Kind.REFUSED);
        }

        @Test
        void trunkFails500_withQ850Busy_isBusy() {
            EndCause cause = endOf(500, "Q.850;cause=17;text=\"busy\"");
            assertThat(cause.kind()).isEqualTo(EndCause.Kind.BUSY);
            assertThat(cause.q850()).isEqualTo(17);
        }

        @Test
        void unavailable480_beforeRinging_isUnreachable() {
            assertThat(endOf(480).kind()).isEqualTo(EndCause.Kind.UNREACHABLE);
        }

        @Test
        void unavailable480_afterRinging_isNoAnswer() {
            LegId leg = wired.dial(CallId.random(), OUTSIDE, null);
            Phone carol = Phone.waitFor(wired.carol);
            carol.ring();
            carol.reply(carol.invite(), 480, null);

            assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.NO_ANSWER);
            assertThat(wired.story(leg)).containsExactly("Trying", "Ringing", "Ended");
        }

        @Test
        void redirect302_thatNobodyAllows_isRefused() {
            assertThat(endOf(302).kind()).isEqualTo(EndCause.Kind.REFUSED);
            assertThat(wired.dave.seen()).isEmpty();
        }

        @Test
        void accountWithoutAPhone_isUnreachableAtOnce() {
            wired.dial(CallId.random(), new Destination.Phones("nobody"), null);

            assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.UNREACHABLE);
        }
    }

    @Nested
    class Trunks {
        @Test
        void first503_secondIsTried() {
            LegId leg = wired.dial(CallId.random(), OUTSIDE, null);
            Phone carol = Phone.waitFor(wired.carol);
            carol.reply(carol.invite(), 503, null);
            Phone dave = Phone.waitFor(wired.dave);
            dave.answer(Sdps.audio(8000));

            assertThat(wired.event(CallEvent.Answered.class).leg()).isEqualTo(leg);
        }

        @Test
        void first486_secondIsNotTried() {
            wired.dial(CallId.random(), OUTSIDE, null);
            Phone carol = Phone.waitFor(wired.carol);
            carol.reply(carol.invite(), 486, null);
            wired.event(CallEvent.Ended.class);

            assertThat(wired.dave.seen()).isEmpty();
        }

        @Test
        void challenged407_answersWithCredentials_once() {
            wired.dial(CallId.random(), OUTSIDE, null);
            Phone carol = Phone.waitFor(wired.carol);
            wired.carol.send(wired.carol
                    .reply(carol.invite(), 407, carol.localTag(), null)
                    .add("Proxy-Authenticate", "Digest realm=\"trunk\", nonce=\"abc\", algorithm=MD5, qop=\"auth\""));
            Message again = carol.next("INVITE");

            assertThat(again.cseq()).isEqualTo(carol.invite().cseq() + 1);
            assertThat(again.header("Proxy-Authorization"))
                    .contains("username=\"trunkuser\"")
                    .contains("nonce=\"abc\"");
            assertThat(again.header("Via")).isNotEqualTo(carol.invite().header("Via"));
            carol.next("ACK");
            carol.reply(again, 200, Sdps.audio(7000));
            assertThat(carol.next("ACK").cseq()).isEqualTo(again.cseq());
            wired.event(CallEvent.Answered.class);
        }

        @Test
        void offerRefused488_isInvitedAgainWithoutAnOffer() {
            Wired.Up up = wired.up();
            wired.held(up.customer(), up.bob(), 5000);
            LegId target = wired.dial(up.call(), OUTSIDE, up.customer());
            Phone carol = Phone.waitFor(wired.carol);
            carol.reply(carol.invite(), 488, null);
            Message offerless = carol.next("INVITE");
            assertThat(offerless.body()).isEmpty();
            assertThat(offerless.cseq()).isEqualTo(2);
            carol.next("ACK");
            carol.reply(offerless, 200, Sdps.audio(7000));
            wired.event(CallEvent.Answered.class);

            wired.join(up.customer(), target);
            assertThat(up.bob().reinvited(Sdps.audio(5000)).body()).contains("m=audio 7000 ");
            assertThat(carol.next("ACK").body()).contains("m=audio 5000 ");
            wired.event(CallEvent.Joined.class);
        }

        @Test
        void divertedCall_showsOurNumber_diversionAndHistory_notWhoTransferred() {
            LegId leg = LegId.random();
            wired.legs.dial(new DialRequest(
                    leg, CallId.random(), OUTSIDE, null, false, new Party("0201234500", null), "0201234500", "alice"));
            Message invite = Phone.waitFor(wired.carol).invite();

            assertThat(invite.uri()).startsWith("sip:+358401234567@127.0.0.1:" + wired.carol.port());
            assertThat(invite.header("From")).contains("<sip:0201234500@127.0.0.1");
            assertThat(invite.header("P-Asserted-Identity")).isEqualTo("<sip:0201234500@127.0.0.1>");
            assertThat(invite.header("Diversion")).startsWith("<sip:0201234500@127.0.0.1>;reason=");
            assertThat(String.join(",", invite.all("History-Info")))
                    .contains("index=1")
                    .contains("index=1.1");
            assertThat(invite.header("Referred-By")).isEmpty();
            assertThat(invite.header("Max-Forwards")).isEqualTo("70");
        }
    }

    @Nested
    class Phones {
        @Test
        void referredBy_isShownInside_diversionIsNot() {
            LegId leg = LegId.random();
            wired.legs.dial(new DialRequest(
                    leg,
                    CallId.random(),
                    new Destination.Phones("alice"),
                    null,
                    false,
                    new Party("0401234567", "Bob \"B\"\r\nX-Evil: 1"),
                    "0201234500",
                    "bertta"));
            Message invite = Phone.waitFor(wired.alice).invite();

            assertThat(invite.header("Referred-By")).isEqualTo("<sip:bertta@supertransfer.local>");
            assertThat(invite.header("From")).startsWith("\"Bob B X-Evil: 1\" <sip:0401234567@supertransfer.local>");
            assertThat(invite.header("X-Evil")).isEmpty();
            assertThat(invite.header("Diversion")).isEmpty();
        }

        @Test
        void ringing_isPassedToTheUnansweredCaller() {
            Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
            CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
            wired.dial(incoming.call(), wired.alice, incoming.leg());
            Phone.waitFor(wired.alice).ring();

            bob.response("INVITE", 180);
        }

        @Test
        void earlyMedia_isPassedToTheUnansweredCaller_anotherPhonesNeedsANewTag() {
            Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
            CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
            wired.legs.ring(incoming.leg(), RingTone.RINGING);
            String ringingTag = bob.response("INVITE", 180).toTag();
            LegId first = wired.dial(incoming.call(), wired.alice, incoming.leg());
            Phone alice = Phone.waitFor(wired.alice);
            alice.reply(alice.invite(), 183, Sdps.audio(6000));
            Message early = bob.response("INVITE", 183);
            assertThat(early.body()).contains("m=audio 6000 ");
            assertThat(early.toTag()).isEqualTo(ringingTag);
            wired.event(CallEvent.EarlyMedia.class);
            wired.legs.hangUp(first, EndCause.of(EndCause.Kind.NO_ANSWER));
            alice.reply(alice.next("CANCEL"), 200, null);
            alice.reply(alice.invite(), 487, null);
            wired.event(CallEvent.Ended.class);

            LegId second = wired.dial(incoming.call(), wired.carol, incoming.leg());
            Phone carol = Phone.waitFor(wired.carol);
            carol.reply(carol.invite(), 183, Sdps.audio(7000));
            Message other = bob.response("INVITE", 183);
            assertThat(other.body()).contains("m=audio 7000 ");
            assertThat(other.toTag()).isNotEqualTo(ringingTag);
            carol.answer(Sdps.audio(7000));
            wired.event(CallEvent.Answered.class);
            wired.join(incoming.leg(), second);
            Message ok = bob.answered(null);

            assertThat(ok.toTag()).isEqualTo(other.toTag());
            assertThat(ok.body()).isEqualTo(other.body());
            assertThat(wired.story(first)).containsExactly("Trying", "Ringing", "EarlyMedia", "Ended");
        }

        @Test
        void targetsEarlyMedia_isPassedToTheWaitingAgent_andTheJoinNeedsNoMore() {
            Wired.Up up = wired.up();
            wired.held(up.agent(), up.alice(), 6000);
            LegId target = wired.dial(up.call(), OUTSIDE, up.agent());
            Phone carol = Phone.waitFor(wired.carol);
            carol.reply(carol.invite(), 183, Sdps.audio(7000));
            assertThat(up.alice().reinvited(Sdps.audio(6000)).body())
                    .contains("m=audio 7000 ")
                    .contains("a=sendrecv");
            carol.answer(Sdps.audio(7000));
            wired.event(CallEvent.Answered.class);

            wired.join(up.agent(), target);
            carol.next("ACK");

            wired.event(CallEvent.Joined.class);
            assertThat(wired.alice.count(Peer.isRequest("INVITE"))).isEqualTo(3);
        }

        @Test
        void severalContacts_allRing_theFirst200Wins_theOtherIsCancelledElsewhere() {
            Peer second = wired.peer("alice2");
            wired.register("anna", wired.alice, second);
            LegId leg = wired.dial(CallId.random(), new Destination.Phones("anna"), null);
            Phone desk = Phone.waitFor(wired.alice);
            Phone mobile = Phone.waitFor(second);
            desk.ring();
            mobile.ring();
            wired.event(CallEvent.Ringing.class);

            mobile.answer(Sdps.audio(6100));
            Message cancel = desk.next("CANCEL");
            desk.reply(cancel, 200, null);
            desk.reply(desk.invite(), 487, null);

            assertThat(cancel.header("Reason")).isEqualTo("SIP;cause=200;text=\"Call completed elsewhere\"");
            assertThat(wired.event(CallEvent.Answered.class).leg()).isEqualTo(leg);
            mobile.next("ACK");
            assertThat(wired.story(leg)).containsExactly("Trying", "Ringing", "Answered");
        }

        @Test
        void severalContacts_allFail_theBestFailureIsReported() {
            Peer second = wired.peer("alice2");
            wired.register("anna", wired.alice, second);
            wired.dial(CallId.random(), new Destination.Phones("anna"), null);
            Phone desk = Phone.waitFor(wired.alice);
            Phone mobile = Phone.waitFor(second);
            desk.reply(desk.invite(), 500, null);
            mobile.reply(mobile.invite(), 486, null);

            assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.BUSY);
        }
    }
}
