package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** UPDATE in a confirmed dialog (RFC 3311): always answered, its offer carried to who is joined. */
class UpdateTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void withoutAnOffer_200_alsoWhileAReinviteOfOursIsOpen() {
        Wired.Up up = wired.up();
        wired.hold(up.customer());
        Message ours = up.bob().next("INVITE");

        up.bob().send("UPDATE", null);

        assertThat(up.bob().response("UPDATE", 200).body()).isEmpty();
        up.bob().reply(ours, 200, Sdps.audio(5000, "inactive"));
    }

    @Test
    void withoutAnOffer_movesTheContact_whereOurNextRequestGoes() {
        Wired.Up up = wired.up();
        Peer elsewhere = wired.peer("elsewhere");
        Message update = Message.parse(up.alice()
                .request("UPDATE", null)
                .text()
                .replace("<" + wired.alice.uri() + ">", "<" + elsewhere.uri() + ">"));

        wired.alice.send(update);
        up.alice().response("UPDATE", 200);
        wired.hold(up.agent());

        assertThat(elsewhere.request("INVITE").body()).contains("a=inactive");
    }

    @Test
    void itsOfferMeetsOurs_491() {
        Wired.Up up = wired.up();
        wired.hold(up.customer());
        Message ours = up.bob().next("INVITE");

        up.bob().send("UPDATE", Sdps.audio(5002));

        up.bob().response("UPDATE", 491);
        up.bob().reply(ours, 200, Sdps.audio(5000, "inactive"));
    }

    @Test
    void itsOwnOfferIsUnanswered_500WithRetryAfter() {
        Wired.Up up = wired.up();
        up.alice().send("INVITE", Sdps.audio(6000, "sendonly"));
        Message passed = up.bob().next("INVITE");

        up.alice().send("UPDATE", Sdps.audio(6002));

        assertThat(up.alice().response("UPDATE", 500).header("Retry-After")).matches("\\d|10");
        up.bob().reply(passed, 200, Sdps.audio(5000, "recvonly"));
        up.alice().answered(null);
    }

    @Test
    void otherRefusesItsOffer_itIsRefused_andTheSessionStays() {
        Wired.Up up = wired.up();

        up.alice().send("UPDATE", Sdps.audio(6002));
        up.bob().reply(up.bob().next("INVITE"), 488, null);

        up.alice().response("UPDATE", 488);
        assertThat(wired.legs.snapshot(up.agent()).orElseThrow().receivedSdp()).contains("m=audio 6000 ");
    }

    @Test
    void offerThatCannotBeRead_488() {
        Wired.Up up = wired.up();

        up.alice().send("UPDATE", "rubbish");

        up.alice().response("UPDATE", 488);
    }

    @Test
    void heldParty_isAnsweredByUs_silently() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);

        up.bob().send("UPDATE", Sdps.audio(5002));

        assertThat(up.bob().response("UPDATE", 200).body()).contains("a=inactive");
    }

    @Test
    void ofADialogWeDoNotHave_481() {
        Wired.Up up = wired.up();
        Message update = up.alice().request("UPDATE", null);

        wired.alice.send(Message.parse(update.text().replace(Message.tag(update.header("To")), "crafted")));

        wired.alice.response("UPDATE", 481);
    }
}
