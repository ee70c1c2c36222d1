package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.ReferTarget;

/** The phone's own transfer key without a second call (RFC 3515, RFC 5589). Bob the customer, Alice the agent. */
class ReferTest {
    private static final EndCause TRANSFERRED = EndCause.of(EndCause.Kind.TRANSFERRED);
    private static final String CAROL = "<sip:0401112223@supertransfer.local>";

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Nested
    class Asking {
        @ParameterizedTest
        @CsvSource({
            "<sip:0401112223@supertransfer.local>, 0401112223",
            "sip:1203@127.0.0.1, 1203",
            "<tel:+358401112223>, +358401112223",
            "<tel:0401112223;phone-context=+358>, 0401112223",
            "<sip:%2B358401112223@supertransfer.local;user=phone>, +358401112223",
            "<sip:0401112223;ext=5@supertransfer.local;method=INVITE>, 0401112223",
            "<sip:0401112223@SUPERTRANSFER.local?Subject=x&Route=%3Csip:evil%3E>, 0401112223"
        })
        void numbersInAnyForm_areAskedFor(String referTo, String number) {
            Transferring up = Transferring.up(wired);
            up.refers(referTo);
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            assertThat(asked.target()).isEqualTo(new ReferTarget.Number(number));
            assertThat(asked.leg()).isEqualTo(up.agent);
            assertThat(asked.call()).isEqualTo(up.call);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<sip:0401112223@elsewhere.example>     | 403",
                    "<sips:0401112223@supertransfer.local>  | 403",
                    "<http://supertransfer.local/>          | 403",
                    "<sip:1203@supertransfer.local;method=BYE> | 400",
                    "sip:1203@supertransfer.local;method=BYE | 400",
                    "<sip:supertransfer.local>              | 400",
                    "<sip:1203@supertransfer.local?Replaces=nothing> | 400",
                    "<sip:1203@supertransfer.local?Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc> | 603",
                    "<sip:1203@supertransfer.local>, <sip:1204@supertransfer.local> | 400",
                    "<<>>                                   | 400"
                })
        void whatWeDoNotDo_isRefusedAndTheCallStays(String referTo, int status) {
            Transferring up = Transferring.up(wired);
            up.refers(referTo.strip());
            up.alice.response("REFER", status);
            stillUp(up);
            assertThat(wired.seen()).noneMatch(CallEvent.ReferRequested.class::isInstance);
        }

        /** The parser would take the first and say nothing of the second. */
        @Test
        void twoHeaders_areNotRead_none_400() {
            Transferring up = Transferring.up(wired);
            up.refers(CAROL, "Refer-To: <sip:1203@supertransfer.local>");
            up.alice.send("REFER", null);
            up.alice.response("REFER", 400);
            stillUp(up);
            assertThat(wired.seen()).noneMatch(CallEvent.ReferRequested.class::isInstance);
        }

        @Test
        void aTrunk_isForbidden() {
            Transferring up = Transferring.up(wired);
            Transferring.refers(up.bob, CAROL);
            assertThat(up.bob.response("REFER", 403).header("Warning")).contains("trunks");
            stillUp(up);
        }

        @Test
        void unknownDemand_420() {
            Transferring up = Transferring.up(wired);
            up.refers(CAROL, "Require: explicitsub");
            assertThat(up.alice.response("REFER", 420).header("Unsupported")).isEqualTo("explicitsub");
        }

        @Test
        void refused_saysWhyAndTheCallStays() {
            Transferring up = Transferring.up(wired);
            up.refers(CAROL);
            wired.legs.refuseRefer(
                    wired.event(CallEvent.ReferRequested.class).refer(), 403, "number-not-allowed\r\nEvil: 1");
            Message refusal = up.alice.response("REFER", 403);
            assertThat(refusal.header("Warning")).isEqualTo("399 127.0.0.1 \"number-not-allowed Evil: 1\"");
            assertThat(wired.alice.silent(Peer.isRequest("NOTIFY"), Duration.ofMillis(200)))
                    .isTrue();
            stillUp(up);
        }

        /** Alice can hold, so her dialog lives. */
        private void stillUp(Transferring up) {
            wired.hold(up.agent);
            up.alice.reinvited(Sdps.audio(6000, "inactive"));
            wired.event(CallEvent.Held.class);
        }
    }

    @Nested
    class Telling {
        @Test
        void accepted_100At_onceThen180Then200_inOrder() {
            Transferring up = Transferring.up(wired);
            CallEvent.ReferRequested asked = up.accepted();
            wired.legs.reportRefer(asked.refer(), 180, "Ringing");
            wired.legs.reportRefer(asked.refer(), 200, "OK");
            assertThat(up.notified(180, false).header("Event")).isEqualTo("refer");
            Message last = up.notified(200, true);
            assertThat(last.text()).contains("Contact: ");
            wired.legs.reportRefer(asked.refer(), 486, "Too late");
            assertThat(wired.alice.silent(Peer.isRequest("NOTIFY"), Duration.ofMillis(200)))
                    .isTrue();
        }

        @Test
        void secondRefer_whileTheFirstIsOpen_491_afterwardsWithAnId() {
            Transferring up = Transferring.up(wired);
            CallEvent.ReferRequested first = up.accepted();
            up.refers(CAROL);
            up.alice.response("REFER", 491);
            wired.legs.reportRefer(first.refer(), 486, "Busy Here");
            up.notified(486, true);

            Message again = up.refers(CAROL);
            CallEvent.ReferRequested second = wired.event(CallEvent.ReferRequested.class);
            wired.legs.acceptRefer(second.refer());
            up.alice.response("REFER", 202);
            assertThat(up.notified(100, false).header("Event")).isEqualTo("refer;id=" + again.cseq());
        }

        @ParameterizedTest
        @ValueSource(strings = {"Refer-Sub: false", "Require: nosub", "Refer-Sub: false;x=y"})
        void whoWantsNoSubscription_getsNoNotify(String wish) {
            Transferring up = Transferring.up(wired);
            up.refers(CAROL, wish);
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            wired.legs.acceptRefer(asked.refer());
            Message accepted = up.alice.response("REFER", 202);
            assertThat(accepted.header("Refer-Sub")).isEqualTo(wish.startsWith("Refer") ? "false" : "");
            wired.legs.reportRefer(asked.refer(), 200, "OK");
            assertThat(wired.alice.silent(Peer.isRequest("NOTIFY"), Duration.ofMillis(300)))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "401, WWW-Authenticate",
            "407, Proxy-Authenticate",
            "403, Warning",
            "408, Warning",
            "481, Warning",
            "503, Retry-After"
        })
        void notifyRefused_endsTheTelling_notTheTransferNorTheCall(int status, String header) {
            Transferring up = Transferring.up(wired);
            up.refers(CAROL);
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            wired.legs.acceptRefer(asked.refer());
            Message refusal = wired.alice.reply(up.alice.next("NOTIFY"), status, up.alice.localTag(), null);
            wired.alice.send(refusal.add(header, said(header)));

            wired.legs.reportRefer(asked.refer(), 180, "Ringing");
            wired.legs.reportRefer(asked.refer(), 486, "Busy Here");

            assertThat(wired.alice.silent(Peer.isRequest("NOTIFY"), Duration.ofMillis(300)))
                    .isTrue();
            assertThat(wired.alice.seen())
                    .noneMatch(m -> m.isRequest() && m.text().contains("uthorization:"));
            assertThat(wired.story(up.agent)).doesNotContain("Ended");
            up.accepted();
        }

        private String said(String header) {
            return switch (header) {
                case "Retry-After" -> "1";
                case "Warning" -> "399 phone \"no\"";
                default -> "Digest realm=\"phone\", nonce=\"n\", qop=\"auth\", algorithm=MD5";
            };
        }

        @Test
        void notifyRefusedAfterTheLastWord_thePhoneIsHungUpAllTheSame() {
            Transferring up = Transferring.up(wired);
            CallEvent.ReferRequested asked = up.accepted();
            wired.legs.reportRefer(asked.refer(), 200, "OK");
            wired.legs.hangUp(up.agent, TRANSFERRED);
            up.alice.reply(up.alice.next("NOTIFY"), 481, null);

            up.alice.bye();

            assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(up.agent);
        }
    }

    @Nested
    class Leaving {
        @Test
        void afterThe200_thePhoneSaysByeItself() {
            Transferring up = Transferring.up(wired);
            CallEvent.ReferRequested asked = up.accepted();
            wired.legs.reportRefer(asked.refer(), 200, "OK");
            wired.legs.hangUp(up.agent, TRANSFERRED);
            up.notified(200, true);
            up.alice.send("BYE", null);
            up.alice.response("BYE", 200);
            wired.event(CallEvent.Ended.class);
            assertThat(wired.alice.silent(Peer.isRequest("BYE"), Duration.ofMillis(2_500)))
                    .isTrue();
        }

        @Test
        void afterThe200_aPhoneThatSaysNothing_isHungUp() {
            Transferring up = Transferring.up(wired);
            CallEvent.ReferRequested asked = up.accepted();
            wired.legs.reportRefer(asked.refer(), 200, "OK");
            long asking = System.nanoTime();
            wired.legs.hangUp(up.agent, TRANSFERRED);
            up.notified(200, true);
            Message bye = up.alice.bye();
            assertThat(Duration.ofNanos(System.nanoTime() - asking)).isGreaterThanOrEqualTo(Referral.COURTESY);
            assertThat(bye.header("Reason")).contains("Call transferred");
            assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(up.agent);
        }

        @Test
        void byeRightBehindTheRefer_bothAreAnswered_andNotifiesGoOn() {
            Transferring up = Transferring.up(wired);
            up.refers(CAROL);
            up.alice.send("BYE", null);
            up.alice.response("BYE", 200);
            CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
            wired.event(CallEvent.Ended.class);
            assertThat(wired.story(up.agent)).endsWith("ReferRequested", "Ended");
            wired.legs.acceptRefer(asked.refer());
            up.alice.response("REFER", 202);
            up.notified(100, false);
            wired.legs.reportRefer(asked.refer(), 200, "OK");
            up.notified(200, true);
        }

        @Test
        void referMeetsOurBye_481() {
            Transferring up = Transferring.up(wired);
            wired.legs.hangUp(up.agent, TRANSFERRED);
            Message bye = up.alice.next("BYE");
            up.refers(CAROL);
            up.alice.response("REFER", 481);
            up.alice.reply(bye, 200, null);
            wired.event(CallEvent.Ended.class);
            assertThat(wired.seen()).noneMatch(CallEvent.ReferRequested.class::isInstance);
        }
    }
}
