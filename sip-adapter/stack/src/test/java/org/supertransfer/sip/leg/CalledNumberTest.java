package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;

/** Where a trunk says which number was called; "trunkuser" is whom we register as. */
class CalledNumberTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private String called(String requestUser, String to, String... headers) {
        return called(wired.bob, requestUser, to, headers);
    }

    private String called(Peer from, String requestUser, String to, String... headers) {
        Message invite = Message.of(
                        "INVITE sip:" + requestUser + "127.0.0.1:" + wired.node.port() + " SIP/2.0", Sdps.audio(5000))
                .add("Via", "SIP/2.0/UDP 127.0.0.1:" + from.port() + ";branch=z9hG4bK" + Peer.token() + ";rport")
                .add("Max-Forwards", "70")
                .add("From", "<sip:0401234567@trunk.example>;tag=" + Peer.token())
                .add("To", to)
                .add("Call-ID", Peer.token())
                .add("CSeq", "1 INVITE")
                .add("Contact", "<" + from.uri() + ">");
        for (String header : headers) {
            invite.add(header.split(": ")[0], header.split(": ")[1]);
        }
        from.send(invite);
        return wired.event(CallEvent.Incoming.class).called();
    }

    @Test
    void inviteToANumber_isForThatNumber_whateverItsTo() {
        assertThat(called("0201234500@", "<sip:0209999999@trunk.example>")).isEqualTo("0201234500");
    }

    @Test
    void inviteToOurRegisteredContact_isForTheNumberInTo() {
        assertThat(called("trunkuser@", "<sip:0201234500@trunk.example;user=phone>"))
                .isEqualTo("0201234500");
    }

    @Test
    void inviteToOurRegisteredContact_withATelTo_isForItsNumber() {
        assertThat(called("trunkuser@", "<tel:+358201234500>")).isEqualTo("+358201234500");
    }

    @Test
    void inviteToOurRegisteredContact_isForThePartyThatTheTrunkNames_beforeTo() {
        assertThat(called(
                        "trunkuser@",
                        "<sip:0209999999@trunk.example>",
                        "P-Called-Party-ID: <sip:0201234500@trunk.example>"))
                .isEqualTo("0201234500");
    }

    @Test
    void inviteToNobodyAtOurAddress_isForTheNumberInTo() {
        assertThat(called("", "<sip:0201234500@trunk.example>")).isEqualTo("0201234500");
    }

    @Test
    void inviteToOurRegisteredContact_withNobodyInTo_isForTheUser() {
        assertThat(called("trunkuser@", "<sip:trunk.example>")).isEqualTo("trunkuser");
    }

    @Test
    void phonesInvite_isForItsRequestUri_evenWhenItNamesTheTrunksUser() {
        assertThat(called(wired.alice, "trunkuser@", "<sip:0201234500@trunk.example>"))
                .isEqualTo("trunkuser");
    }
}
