package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.NO_BODY;
import static org.supertransfer.systemtest.SippWords.audio;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.Stage;

/** Trunks that SIPp plays: what a server asks them and answers them, and which of two it takes. */
@ExtendWith(TrunkStage.Extension.class)
@RequiresPeer(Peer.SIPP)
class SippTrunkIT {
    private static final String NUMBER = "+358402007001";
    private static final String CALLER = "+358401239104";
    private static final String CUSTOMER = audio(41000);
    private static final String TARGET = audio(43000);

    private final TrunkStage trunks;
    private final Stage stage;

    SippTrunkIT(TrunkStage trunks) {
        this.trunks = trunks;
        this.stage = trunks.stage();
    }

    private Sipp trunk(int which, SippScript script) {
        return Sipp.answers(script, trunks.trunks().get(which));
    }

    /** A customer is transferred to a number outside; both hang up in the end. */
    private void transfers(boolean consult, Sipp... played) throws IOException, InterruptedException {
        SippScript customer = SippScript.calling("customer-goes-outside", CALLER)
                .dials(CUSTOMER)
                .untilJoined(CUSTOMER);
        try (Desk desk = stage.desk();
                Sipp caller = Sipp.calls(
                        customer, desk.agent().inboundNumber(), stage.server().sipPort())) {
            String call = desk.connected().path("id").asText();
            String id = desk.transfers(call, "ATTENDED", consult, Map.of("type", "NUMBER", "number", NUMBER));
            if (consult) {
                desk.transfer(id, "CONSULTING");
                desk.moves(id, "complete");
            }
            desk.transfer(id, "COMPLETED");
            caller.succeeds();
            for (Sipp each : played) {
                each.succeeds();
            }
        }
    }

    @Test
    @Flow(value = "REGISTER at a trunk: challenged (401), proven, granted", by = Peer.SIPP)
    void serverStarts_registersAtBothTrunks() throws IOException, InterruptedException {
        for (Sipp trunk : trunks.welcomes()) {
            trunk.succeeds();
            assertThat(trunk.traffic()).contains("REGISTER sip:", "username=\"st\"", "expires=3600");
        }
    }

    @Test
    @Flow(value = "OPTIONS to each of several trunks", by = Peer.SIPP)
    void serverStarts_asksBothTrunks() throws IOException, InterruptedException {
        for (Sipp trunk : trunks.welcomes()) {
            trunk.succeeds();
            assertThat(trunk.traffic()).contains("OPTIONS sip:127.0.0.1:");
        }
    }

    @Test
    @Flow(value = "a trunk challenges INVITE, re-INVITE and BYE (401): proven, without the password", by = Peer.SIPP)
    void challengedByTheTrunk_provesItself() throws IOException, InterruptedException {
        SippScript script = SippScript.called("trunk-challenges")
                .says("401 Unauthorized", "WWW-Authenticate: " + challenge("first"))
                .waitsFor("ACK")
                .waitsForProof("INVITE", TrunkStage.USER, TrunkStage.PASSWORD)
                .picksUp(TARGET)
                .waitsFor("INVITE")
                .says("401 Unauthorized", "WWW-Authenticate: " + challenge("second"))
                .waitsFor("ACK")
                .waitsForProof("INVITE", TrunkStage.USER, TrunkStage.PASSWORD)
                .answers(TARGET)
                .waitsFor("ACK")
                .waitsFor("BYE")
                .says("401 Unauthorized", "WWW-Authenticate: " + challenge("third"))
                .waitsForProof("BYE", TrunkStage.USER, TrunkStage.PASSWORD)
                .says("200 OK");
        try (Sipp trunk = trunk(0, script)) {
            transfers(true, trunk);
            assertThat(trunk.traffic()).doesNotContain("\"" + TrunkStage.PASSWORD + "\"");
        }
    }

    /** SIPp checks no digest in Proxy-Authorization; Kamailio does. */
    @Test
    @Flow(value = "a proxy challenges INVITE and re-INVITE (407)", by = Peer.SIPP)
    void challengedByAProxy_answersEachNonce() throws IOException, InterruptedException {
        SippScript script = SippScript.called("proxy-challenges")
                .says("407 Proxy Authentication Required", "Proxy-Authenticate: " + challenge("first"))
                .waitsFor("ACK")
                .waitsFor("INVITE", "Proxy-Authorization: Digest .*nonce=\"first[0-9]+\".*response=\"[0-9a-f]{32}\"")
                .picksUp(TARGET)
                .waitsFor("INVITE")
                .says("407 Proxy Authentication Required", "Proxy-Authenticate: " + challenge("second"))
                .waitsFor("ACK")
                .waitsFor("INVITE", "Proxy-Authorization: Digest .*nonce=\"second[0-9]+\".*response=\"[0-9a-f]{32}\"")
                .answers(TARGET)
                .waitsFor("ACK")
                .untilHungUp(TARGET);
        try (Sipp trunk = trunk(0, script)) {
            transfers(true, trunk);
        }
    }

    private static String challenge(String nonce) {
        return "Digest realm=\"trunk.example\", nonce=\"" + nonce + "[pid]\", algorithm=MD5, qop=\"auth\"";
    }

    @Test
    @Flow(value = "a trunk is out of service (503): the next one is tried", by = Peer.SIPP)
    void firstTrunkSays503_secondIsTried() throws IOException, InterruptedException {
        SippScript full = SippScript.called("trunk-is-full")
                .says("503 Service Unavailable")
                .waitsFor("ACK");
        SippScript takes = SippScript.called("trunk-takes").picksUp(TARGET).untilHungUp(TARGET);
        try (Sipp first = trunk(0, full);
                Sipp second = trunk(1, takes)) {
            transfers(false, first, second);
        }
    }

    @Test
    @Flow(
            value = "a call outside: our number asserted, Diversion and History-Info (RFC 5806, RFC 7044)",
            by = Peer.SIPP)
    void transferOutside_showsOurNumber() throws IOException, InterruptedException {
        SippScript script = SippScript.called("trunk-sees-us", "Diversion: <sip:0201236", "History-Info: <sip:")
                .picksUp(TARGET)
                .untilHungUp(TARGET);
        try (Sipp trunk = trunk(0, script)) {
            transfers(true, trunk);
            assertThat(trunk.traffic()).contains("From: <sip:0201236").doesNotContain(CALLER);
        }
    }

    @Test
    @Flow(value = "a call to our Contact by a trunk that we are registered at (P-Called-Party-ID)", by = Peer.SIPP)
    void callToOurContact_reachesTheCalledNumber() throws IOException, InterruptedException {
        try (Desk desk = stage.desk()) {
            String called = "P-Called-Party-ID: <sip:" + desk.agent().inboundNumber() + "@127.0.0.1>";
            SippScript customer = SippScript.calling("customer-by-registered-trunk", CALLER)
                    .dials(CUSTOMER, called)
                    .pauses(500)
                    .hangsUp();
            try (Sipp caller =
                    Sipp.calls(customer, TrunkStage.USER, stage.server().sipPort())) {
                caller.succeeds();
            }
        }
    }

    @Test
    @Flow(value = "CANCEL to a trunk whose number does not answer", by = Peer.SIPP)
    void numberOutsideDoesNotAnswer_isCancelled() throws IOException, InterruptedException {
        SippScript script = SippScript.called("trunk-rings")
                .says("183 Session Progress")
                .waitsFor("CANCEL")
                .says("200 OK")
                .answersKept("487 Request Terminated", NO_BODY)
                .waitsFor("ACK");
        try (Desk desk = stage.desk();
                Sipp trunk = trunk(0, script)) {
            Desk.Conversation conversation = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(conversation, "ATTENDED", NUMBER);
            trunk.succeeds();
            desk.transfer(id, "RETURNED");
            conversation.call().hangUp();
        }
    }
}
