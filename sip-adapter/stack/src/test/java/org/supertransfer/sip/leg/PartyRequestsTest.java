package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;

/** What phones ask for in their dialogs, with their own keys. */
class PartyRequestsTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void passedOfferThatIsTakenTooLate_isTakenBack() {
        Wired.Up up = wired.up();
        up.bob().send("INVITE", Sdps.audio(5000, "inactive"));
        Message passed = up.alice().next("INVITE");
        up.alice().reply(passed, 100, null);
        up.bob().response("INVITE", 500);

        up.alice().reply(passed, 200, Sdps.audio(6000, "inactive"));
        Message again = up.alice().expect(m -> m.cseq() > passed.cseq());

        assertThat(again.body()).contains("a=sendrecv");
    }

    @Test
    void phonesOwnHold_isPassedOn_answeredBack_andReported() {
        Wired.Up up = wired.up();

        up.alice().send("INVITE", Sdps.audio(6000, "sendonly"));
        Message passed = up.bob().next("INVITE");
        assertThat(passed.body()).contains("m=audio 6000 ").contains("a=sendonly");
        up.bob().reply(passed, 200, Sdps.audio(5000, "recvonly"));
        Message ok = up.alice().answered(null);

        assertThat(ok.body()).contains("m=audio 5000 ").contains("a=recvonly");
        CallEvent.PartyHold hold = wired.event(CallEvent.PartyHold.class);
        assertThat(hold.leg()).isEqualTo(up.agent());
        assertThat(hold.held()).isTrue();
        up.bob().next("ACK");

        up.alice().send("INVITE", Sdps.audio(6000));
        up.bob().reinvited(Sdps.audio(5000));
        up.alice().answered(null);
        assertThat(wired.event(CallEvent.PartyHold.class).held()).isFalse();
    }

    @Test
    void offerless_fromAJoinedPhone_asksTheOther_whoseOfferGoesInThe200() {
        Wired.Up up = wired.up();

        up.alice().send("INVITE", null);
        Message asked = up.bob().next("INVITE");
        assertThat(asked.body()).isEmpty();
        up.bob().reply(asked, 200, Sdps.audio(5000));
        Message ok = up.alice().answered(Sdps.audio(6000));

        assertThat(ok.body()).contains("m=audio 5000 ");
        assertThat(up.bob().next("ACK").body()).contains("m=audio 6000 ");
    }

    @Test
    void otherRefuses488_thePhoneGets488_andBothSessionsStay() {
        Wired.Up up = wired.up();

        up.alice().send("INVITE", Sdps.audio(6000));
        up.bob().reply(up.bob().next("INVITE"), 488, null);

        up.alice().response("INVITE", 488);
        assertThat(wired.legs.snapshot(up.agent())).isPresent();
    }

    @Test
    void phoneAddsVideo_itGoesThrough_andTheAnswerBack() {
        Wired.Up up = wired.up();

        up.alice().send("INVITE", Sdps.audio(6000) + Sdps.video(6002));
        Message passed = up.bob().next("INVITE");
        assertThat(passed.body()).contains("m=audio 6000 ").contains("m=video 6002 ");
        up.bob().reply(passed, 200, Sdps.audio(5000) + Sdps.video(5002));

        assertThat(up.alice().answered(null).body()).contains("m=audio 5000 ").contains("m=video 5002 ");
    }

    @Test
    void faxReplacesVoice_lineByLine() {
        Wired.Up up = wired.up();
        String fax = Sdps.audio(0).replace("a=sendrecv\r\n", "") + "m=image 6004 udptl t38\r\n";

        up.alice().send("INVITE", fax);
        Message passed = up.bob().next("INVITE");

        assertThat(passed.body()).contains("m=audio 0 ").contains("m=image 6004 udptl t38");
    }

    @Test
    void update_isPassedOnAsReinvite() {
        Wired.Up up = wired.up();

        up.alice().send("UPDATE", Sdps.audio(6002));
        assertThat(up.bob().reinvited(Sdps.audio(5000)).body()).contains("m=audio 6002 ");

        assertThat(up.alice().response("UPDATE", 200).body()).contains("m=audio 5000 ");
    }

    @Test
    void heldPhoneReinvites_isAnsweredByUs_inactive_andItsNewAddressIsUsedLater() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);

        up.bob().send("INVITE", Sdps.audio(5002));
        Message ok = up.bob().answered(null);
        assertThat(ok.body()).contains("a=inactive");
        assertThat(wired.alice.silent(Peer.isRequest("INVITE"), Duration.ofMillis(200)))
                .isTrue();
        LegId target = wired.dial(up.call(), wired.carol, up.customer());

        assertThat(Phone.waitFor(wired.carol).invite().body()).contains("m=audio 5002 ");
        assertThat(target).isNotNull();
    }

    @Test
    void heldPhoneAsksForAnOffer_getsTheLastDescriptionInactive() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);

        up.bob().send("INVITE", null);
        Message ok = up.bob().answered(Sdps.audio(5000, "inactive"));

        assertThat(ok.body()).contains("m=audio 6000 ").contains("a=inactive");
    }

    @Test
    void reinviteWhileAJoinRuns_491() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        wired.held(up.agent(), up.alice(), 6000);
        OperationId join = wired.join(up.agent(), up.customer());
        Message asked = up.alice().next("INVITE");

        up.bob().send("INVITE", Sdps.audio(5002));
        Message pending = up.bob().response("INVITE", 491);
        wired.bob.send(ack(up, pending));
        up.alice().reply(asked, 200, Sdps.audio(6000));
        up.bob().reinvited(Sdps.audio(5000));

        assertThat(wired.event(CallEvent.Joined.class).operation()).isEqualTo(join);
    }

    private static Message ack(Wired.Up up, Message failure) {
        return Message.of("ACK sip:x@127.0.0.1 SIP/2.0", null)
                .copy("Via", failure)
                .copy("From", failure)
                .copy("To", failure)
                .add("Call-ID", up.bob().callId())
                .add("CSeq", failure.cseq() + " ACK");
    }

    @Test
    void secondReinviteBeforeTheFirstIsAnswered_500WithRetryAfter() {
        Wired.Up up = wired.up();
        up.alice().send("INVITE", Sdps.audio(6000, "sendonly"));
        Message passed = up.bob().next("INVITE");

        up.alice().send("INVITE", Sdps.audio(6000));
        Message refused = up.alice().response("INVITE", 500);

        assertThat(refused.header("Retry-After")).isNotEmpty();
        up.bob().reply(passed, 200, Sdps.audio(5000, "recvonly"));
        up.alice().response("INVITE", 200);
    }

    @Test
    void info_isPassedOnWithItsBody_andTheAnswerBack() {
        Wired.Up up = wired.up();
        up.alice().send("INFO", "Signal=5\r\nDuration=160\r\n");
        Message info = up.bob().next("INFO");
        assertThat(info.body()).contains("Signal=5");
        up.bob().reply(info, 200, null);

        up.alice().response("INFO", 200);
    }

    @Test
    void infoWithNobodyJoined_200() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);

        up.bob().send("INFO", "Signal=5\r\nDuration=160\r\n");

        up.bob().response("INFO", 200);
    }

    @Test
    void optionsInTheDialog_200_message_isRefused() {
        Wired.Up up = wired.up();

        up.alice().send("OPTIONS", null);
        up.alice().response("OPTIONS", 200);
        up.alice().send("MESSAGE", null);

        up.alice().response("MESSAGE", 405);
    }

    @Test
    void byeOfADialogWeDoNotHave_481() {
        Wired.Up up = wired.up();
        Message bye = up.alice().request("BYE", null);
        Message crafted = Message.parse(bye.text().replace(Message.tag(bye.header("To")), "crafted"));

        wired.alice.send(crafted);

        wired.alice.response("BYE", 481);
        assertThat(wired.legs.snapshot(up.agent())).isPresent();
    }

    @Test
    void byeFromAForeignAddress_getsNothing() {
        Wired.Up up = wired.up();
        Peer mallory = wired.peer("mallory");

        mallory.send(Message.parse(up.bob()
                .request("BYE", null)
                .text()
                .replace("127.0.0.1:" + wired.bob.port(), "127.0.0.1:" + mallory.port())));

        assertThat(mallory.silent(m -> true, Duration.ofMillis(500))).isTrue();
        assertThat(wired.legs.snapshot(up.customer())).isPresent();
    }

    @Test
    void inviteThatRequiresWhatWeDoNotKnow_420NamesIt() {
        Phone strict = Phone.call(
                wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000), "Require: 100rel, precondition");

        assertThat(strict.response("INVITE", 420).header("Unsupported")).isEqualTo("precondition");
    }

    @Test
    void unknownNumber_404_overload_503WithRetryAfter() {
        Phone unknown = Phone.call(wired.bob, wired.node.port(), "0201", Sdps.audio(5000));
        wired.legs.hangUp(wired.event(CallEvent.Incoming.class).leg(), EndCause.of(EndCause.Kind.NOT_FOUND));
        assertThat(unknown.response("INVITE", 404).header("Reason")).contains("Q.850;cause=1");

        Phone full = Phone.call(wired.bob, wired.node.port(), "0201", Sdps.audio(5000));
        wired.legs.hangUp(wired.event(CallEvent.Incoming.class).leg(), EndCause.of(EndCause.Kind.OVERLOAD));
        assertThat(full.response("INVITE", 503).header("Retry-After")).isNotEmpty();
    }
}
