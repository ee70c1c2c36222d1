package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.ReferTarget;

/** A phone with two calls (RFC 3891, RFC 5589 section 7). Bob the customer, Alice the agent, Carol whom she calls. */
class ReplacesTest {
    private static final EndCause TRANSFERRED = EndCause.of(EndCause.Kind.TRANSFERRED);

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    /** Alice's phone has called Carol by itself. */
    private record Second(CallId call, LegId own, LegId carol, Phone alice, Phone carols) {}

    private Second ringing() {
        Phone alice = Phone.call(wired.alice, wired.node.port(), "0401112223", Sdps.audio(6100));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId carol = wired.dial(incoming.call(), wired.carol, incoming.leg());
        Phone carols = Phone.waitFor(wired.carol);
        carols.ring();
        wired.event(CallEvent.Ringing.class);
        alice.response("INVITE", 180);
        return new Second(incoming.call(), incoming.leg(), carol, alice, carols);
    }

    private Second talking() {
        Second second = ringing();
        second.carols.answer(Sdps.audio(7000));
        wired.event(CallEvent.Answered.class);
        wired.join(second.own, second.carol);
        second.carols.next("ACK");
        second.alice.answered(null);
        wired.event(CallEvent.Joined.class);
        return second;
    }

    /** Bob is asked for an offer, which Carol answers (RFC 3725 section 4.3). */
    private static void joined(Phone bob, Phone carol) {
        bob.reply(bob.next("INVITE"), 200, Sdps.audio(5000));
        carol.reinvited(Sdps.audio(7000));
        bob.next("ACK");
    }

    /** As the phone names it: our tag is the one of its other side. */
    private static String name(Phone phone, String ourTag) {
        return phone.callId() + ";to-tag=" + ourTag + ";from-tag=" + phone.localTag();
    }

    private static String referTo(String name) {
        return "<sip:0401112223@supertransfer.local?Replaces="
                + name.replace(";", "%3B").replace("=", "%3D").replace("@", "%40") + ">";
    }

    private static String ourTag(Phone phone) {
        return phone.request("OPTIONS", null).toTag();
    }

    @Nested
    class ByRefer {
        @Test
        void anotherCallOfThePhone_isAskedFor_mergedAndJoined() {
            Transferring up = Transferring.up(wired);
            Second second = talking();
            up.refers(referTo(name(second.alice, ourTag(second.alice))));
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            assertThat(asked.target()).isEqualTo(new ReferTarget.Consultation(second.call, second.own));

            wired.legs.acceptRefer(asked.refer());
            wired.legs.merge(second.call, up.call);
            wired.join(up.customer, second.carol);
            up.notified(100, false);
            joined(up.bob, second.carols);
            CallEvent.Joined joined = wired.event(CallEvent.Joined.class);
            assertThat(joined.call()).isEqualTo(up.call);

            wired.legs.reportRefer(asked.refer(), 200, "OK");
            wired.legs.hangUp(second.own, TRANSFERRED);
            up.notified(200, true);
            second.alice.bye();
            assertThat(wired.event(CallEvent.Ended.class).call()).isEqualTo(up.call);
            second.carols.send("BYE", null);
            second.carols.response("BYE", 200);
            CallEvent.Ended gone = wired.event(CallEvent.Ended.class);
            assertThat(gone.leg()).isEqualTo(second.carol);
            assertThat(gone.call()).isEqualTo(up.call);
        }

        @Test
        void callThatRings_isAskedFor_itsCancelTouchesNobody_andItsAnswerIsTheFirstCalls() {
            Transferring up = Transferring.up(wired);
            Phone alice = Phone.call(wired.alice, wired.node.port(), "0401112223", Sdps.audio(6100));
            CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
            LegId carol = wired.dial(incoming.call(), wired.carol, incoming.leg());
            Phone carols = Phone.waitFor(wired.carol);
            carols.ring();
            String tag = alice.response("INVITE", 180).toTag();
            up.refers(referTo(name(alice, tag)));
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            assertThat(asked.target()).isEqualTo(new ReferTarget.Consultation(incoming.call(), incoming.leg()));

            wired.legs.acceptRefer(asked.refer());
            wired.legs.merge(incoming.call(), up.call);
            alice.cancel();
            alice.response("CANCEL", 200);
            alice.response("INVITE", 487);
            assertThat(wired.event(CallEvent.Ended.class).call()).isEqualTo(up.call);
            carols.answer(Sdps.audio(7000));
            CallEvent.Answered answered = wired.event(CallEvent.Answered.class);
            assertThat(answered.leg()).isEqualTo(carol);
            assertThat(answered.call()).isEqualTo(up.call);
            wired.join(up.customer, carol);
            carols.next("ACK");
            joined(up.bob, carols);
            wired.event(CallEvent.Joined.class);
        }

        @Test
        void earlyOnly_forAnAnsweredCall_486_wrongTag_603_itself_603() {
            Transferring up = Transferring.up(wired);
            Second second = talking();
            String name = name(second.alice, ourTag(second.alice));
            up.refers(referTo(name + ";early-only"));
            up.alice.response("REFER", 486);
            up.refers(referTo(name + "x"));
            up.alice.response("REFER", 603);
            Message own = up.alice.invite();
            up.refers(referTo(own.callId() + ";to-tag=" + own.fromTag() + ";from-tag=" + up.alice.localTag()));
            up.alice.response("REFER", 603);
            assertThat(wired.seen()).noneMatch(CallEvent.ReferRequested.class::isInstance);
        }
    }

    @Nested
    class OutsideTheDialog {
        private static final String CAROL = "<sip:0401112223@supertransfer.local>";

        @Test
        void withTheRightTargetDialog_isAskedFor_andToldInADialogOfItsOwn() {
            Transferring up = Transferring.up(wired);
            Message own = up.alice.invite();
            Message refer = outside(wired.alice)
                    .add("Refer-To", CAROL)
                    .add(
                            "Target-Dialog",
                            own.callId() + ";local-tag=" + up.alice.localTag() + ";remote-tag=" + own.fromTag());
            wired.alice.send(refer);
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            assertThat(asked.leg()).isEqualTo(up.agent);
            wired.legs.acceptRefer(asked.refer());
            Message accepted = wired.alice.response("REFER", 202);
            Message notify = wired.alice.request("NOTIFY");
            assertThat(notify.callId()).isEqualTo(refer.callId());
            assertThat(notify.fromTag()).isEqualTo(accepted.toTag()).isNotEmpty();
            assertThat(notify.toTag()).isEqualTo(refer.fromTag());
            wired.alice.send(wired.alice.reply(notify, 200, "", null));
        }

        @Test
        void withoutTargetDialog_orWithAnotherPhones_orFromATrunk_403() {
            Transferring up = Transferring.up(wired);
            wired.alice.send(outside(wired.alice).add("Refer-To", CAROL));
            wired.alice.response("REFER", 403);
            Message bobs = up.bob.invite();
            wired.alice.send(outside(wired.alice)
                    .add("Refer-To", CAROL)
                    .add(
                            "Target-Dialog",
                            bobs.callId() + ";local-tag=" + bobs.fromTag() + ";remote-tag=" + ourTag(up.bob)));
            wired.alice.response("REFER", 403);
            wired.bob.send(outside(wired.bob).add("Refer-To", CAROL));
            wired.bob.response("REFER", 403);
            assertThat(wired.seen()).noneMatch(CallEvent.ReferRequested.class::isInstance);
        }

        private Message outside(Peer peer) {
            return Message.of("REFER sip:supertransfer.local SIP/2.0", null)
                    .add("Via", "SIP/2.0/UDP 127.0.0.1:" + peer.port() + ";branch=z9hG4bK" + Peer.token() + ";rport")
                    .add("Max-Forwards", "70")
                    .add("From", "<" + peer.uri() + ">;tag=" + Peer.token())
                    .add("To", "<sip:supertransfer.local>")
                    .add("Call-ID", Peer.token())
                    .add("CSeq", "1 REFER")
                    .add("Contact", "<" + peer.uri() + ">");
        }
    }

    @Nested
    class ByInvite {
        @Test
        void replaces_isAnsweredAsTheRfcSays_andTakesNothingOver() {
            Transferring up = Transferring.up(wired);
            String name = name(up.bob, ourTag(up.bob));
            assertThat(invited(name)).isEqualTo(603);
            assertThat(invited(name + ";early-only")).isEqualTo(486);
            assertThat(invited("nobody;to-tag=a;from-tag=b")).isEqualTo(481);
            assertThat(invited("nobody")).isEqualTo(400);
            Second second = ringing();
            String early = second.alice.callId() + ";to-tag=none;from-tag=" + second.alice.localTag();
            assertThat(invited(early)).isEqualTo(481);
            assertThat(wired.story(up.customer)).doesNotContain("Ended");
        }

        private int invited(String replaces) {
            Phone dave =
                    Phone.call(wired.dave, wired.node.port(), "0201234500", Sdps.audio(8000), "Replaces: " + replaces);
            Message refusal = wired.dave.expect(
                    "a refusal", m -> m.status() >= 300 && m.callId().equals(dave.callId()));
            return refusal.status();
        }
    }
}
