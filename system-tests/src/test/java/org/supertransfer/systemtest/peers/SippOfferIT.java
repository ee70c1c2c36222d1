package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.NO_BODY;
import static org.supertransfer.systemtest.SippWords.audio;
import static org.supertransfer.systemtest.SippWords.described;
import static org.supertransfer.systemtest.SippWords.description;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippPorts;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.Stage;

/** Offers and answers (RFC 3264, RFC 3311), by SIPp at both ends: each end checks what the other's words have become. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippOfferIT {
    private static final String CUSTOMER = audio(41000);
    private static final String PHONE = audio(42000);

    private final Stage stage;
    private final SippScene scene;

    SippOfferIT(Stage stage) {
        this.stage = stage;
        this.scene = new SippScene(stage);
    }

    private static SippScript customer(String name) {
        return SippScript.calling("customer-" + name, "+358401239102");
    }

    private static SippScript phone(String name, String... patterns) {
        return SippScript.called("phone-" + name, patterns);
    }

    /** A customer's script while the call that it makes is transferred from the page; what went over its wire. */
    private String transferred(SippScript customer) throws IOException, InterruptedException {
        try (Desk desk = stage.desk();
                Sipp caller = scene.calls(customer, desk.agent().inboundNumber())) {
            String call = desk.connected().path("id").asText();
            String id = desk.transfers(call, "ATTENDED", false, Map.of("type", "NUMBER", "number", "1301"));
            desk.transfer(id, "COMPLETED");
            caller.succeeds();
            return caller.traffic();
        }
    }

    @Test
    @Flow(value = "hold and resume by the phone's own key", by = Peer.SIPP)
    void phoneHolds_inEachOfTheThreeWays_isPassedOn() throws IOException, InterruptedException {
        String old = described("0.0.0.0", "m=audio 42000 RTP/AVP 8\na=rtpmap:8 PCMA/8000\n");
        SippScript phone = phone("holds")
                .picksUp(PHONE)
                .pauses(300)
                .offers(audio(42000, "a=sendonly"), "a=recvonly")
                .offers(audio(42000, "a=sendrecv"), "a=sendrecv")
                .offers(audio(42000, "a=inactive"), "a=inactive")
                .offers(audio(42000, "a=sendrecv"), "a=sendrecv")
                .offers(old, "m=audio 41000 ")
                .offers(audio(42000, "a=sendrecv"), "a=sendrecv")
                .hangsUp();
        SippScript customer = customer("is-held")
                .dials(CUSTOMER)
                .offered(audio(41000, "a=recvonly"), "a=sendonly")
                .offered(CUSTOMER, "a=sendrecv")
                .offered(audio(41000, "a=inactive"), "a=inactive")
                .offered(CUSTOMER, "a=sendrecv")
                .offered(CUSTOMER, "c=IN IP4 0\\.0\\.0\\.0")
                .offered(CUSTOMER, "a=sendrecv")
                .untilHungUp(CUSTOMER);
        scene.plays(customer, phone);
    }

    @Test
    @Flow(value = "hold and resume by the customer", by = Peer.SIPP)
    void customerHolds_isPassedOn() throws IOException, InterruptedException {
        SippScript customer = customer("holds")
                .dials(CUSTOMER)
                .pauses(300)
                .offers(audio(41000, "a=sendonly"), "a=recvonly")
                .offers(audio(41000, "a=sendrecv"), "a=sendrecv")
                .hangsUp();
        SippScript phone = phone("is-held")
                .picksUp(PHONE)
                .offered(audio(42000, "a=recvonly"), "a=sendonly")
                .offered(PHONE, "a=sendrecv")
                .untilHungUp(PHONE);
        scene.plays(customer, phone);
    }

    @Test
    @Flow(value = "delayed offer: a re-INVITE has none", by = Peer.SIPP)
    void reinviteWithoutOffer_isOffered() throws IOException, InterruptedException {
        SippScript phone = phone("asks-for-an-offer")
                .picksUp(PHONE)
                .pauses(300)
                .asks("INVITE", NO_BODY)
                .maySee("100")
                .waitsFor("200", "m=audio ")
                .confirms(PHONE)
                .pauses(300)
                .hangsUp();
        scene.plays(customer("stays").dials(CUSTOMER).untilHungUp(CUSTOMER), phone);
    }

    @Test
    @Flow(value = "re-INVITE glare: the other side refuses ours (491), it comes again", by = Peer.SIPP)
    void ourReinviteGets491_comesAgain() throws IOException, InterruptedException {
        SippScript customer = customer("says-491")
                .dials(CUSTOMER)
                .waitsFor("INVITE")
                .says("491 Request Pending")
                .waitsFor("ACK")
                .untilJoined(CUSTOMER);
        assertThat(transferred(customer)).contains("491 Request Pending");
    }

    @Test
    @Flow(value = "re-INVITE glare: we refuse the other side's (491)", by = Peer.SIPP)
    void reinviteMeetsOurs_gets491() throws IOException, InterruptedException {
        SippScript customer = customer("gets-491")
                .dials(CUSTOMER)
                .keeps("INVITE")
                .asks("INVITE", CUSTOMER)
                .maySee("100")
                .waitsFor("491")
                .confirmsRefusal()
                .answersKept("200 OK", CUSTOMER)
                .waitsFor("ACK")
                .untilJoined(CUSTOMER);
        assertThat(transferred(customer)).contains("SIP/2.0 491 ");
    }

    @Test
    @Flow(
            value = "a re-INVITE that the joined party refuses (488, 606): the same status back, the call stays",
            by = Peer.SIPP)
    void refusedReinvite_isRefusedAlike() throws IOException, InterruptedException {
        SippScript customer = customer("asks-too-much")
                .dials(CUSTOMER)
                .pauses(300)
                .asks("INVITE", audio(41002))
                .maySee("100")
                .waitsFor("488")
                .confirmsRefusal()
                .asks("INVITE", audio(41004))
                .maySee("100")
                .waitsFor("606")
                .confirmsRefusal()
                .hangsUp();
        SippScript phone = phone("refuses")
                .picksUp(PHONE)
                .waitsFor("INVITE")
                .says("488 Not Acceptable Here")
                .waitsFor("ACK")
                .waitsFor("INVITE")
                .says("606 Not Acceptable")
                .waitsFor("ACK")
                .untilHungUp(PHONE);
        scene.plays(customer, phone);
    }

    @Test
    @Flow(value = "target refuses the offer (488), and to make its own (606): the call returns", by = Peer.SIPP)
    void targetRefusesTheOffer_callReturns() throws IOException, InterruptedException {
        SippScript refuses = SippScript.called("target-refuses", "m=audio")
                .says("488 Not Acceptable Here")
                .waitsFor("ACK")
                .waitsFor("INVITE", "Content-Length: 0")
                .says("606 Not Acceptable")
                .waitsFor("ACK");
        try (Desk desk = stage.desk();
                Sipp target = Sipp.answers(refuses, stage.sipp().target())) {
            Desk.Conversation conversation = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(conversation, "ATTENDED", SippPorts.TARGET);
            target.succeeds();
            desk.transfer(id, "RETURNED");
            conversation.call().hangUp();
        }
    }

    @Test
    @Flow(value = "UPDATE in an early dialog, in a dialog, with an offer (RFC 3311)", by = Peer.SIPP)
    void updates_areAnswered_andTheirOfferPassedOn() throws IOException, InterruptedException {
        SippScript customer = customer("updates")
                .calls(CUSTOMER)
                .maySee("100")
                .reaches("180")
                .asks("UPDATE", NO_BODY)
                .waitsFor("200", "CSeq: 2 UPDATE")
                .waitsFor("200", "CSeq: 1 INVITE")
                .confirms()
                .pauses(300)
                .asks("UPDATE", NO_BODY)
                .waitsFor("200", "CSeq: 3 UPDATE")
                .asks("UPDATE", audio(41000, "a=sendonly"))
                .waitsFor("200", "a=recvonly")
                .hangsUp();
        SippScript phone = phone("is-updated")
                .says("180 Ringing")
                .pauses(800)
                .answers(PHONE)
                .waitsFor("ACK")
                .offered(audio(42000, "a=recvonly"), "a=sendonly")
                .untilHungUp(PHONE);
        scene.plays(customer, phone);
    }

    @Test
    @Flow(value = "several m-lines, payload types that differ between the legs, SRTP", by = Peer.SIPP)
    void severalStreams_areDescribedLineByLine() throws IOException, InterruptedException {
        String offer = description(
                """
                m=audio 41000 RTP/AVP 96 8 110
                a=rtpmap:96 opus/48000/2
                a=fmtp:96 useinbandfec=1
                a=rtpmap:110 telephone-event/8000
                m=video 41002 RTP/AVP 98
                a=rtpmap:98 H264/90000
                m=audio 41004 RTP/SAVP 8
                a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj
                """);
        String answer = description(
                """
                m=audio 42000 RTP/AVP 111 101
                a=rtpmap:111 opus/48000/2
                a=rtpmap:101 telephone-event/8000
                m=video 0 RTP/AVP 98
                m=audio 42004 RTP/SAVP 8
                a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR
                """);
        SippScript customer = customer("many-streams")
                .calls(offer)
                .maySee("100", "180")
                .reaches("200", "m=audio 42000 RTP/AVP 111 101", "a=rtpmap:111 opus", "m=video 0 ", "inline:PS1uQCVe")
                .confirms()
                .pauses(500)
                .hangsUp();
        SippScript phone = phone(
                        "many-streams", "RTP/AVP 96 8 110", "useinbandfec", "m=video 41002 ", "inline:d0RmdmcmV")
                .picksUp(answer)
                .untilHungUp(answer);
        scene.plays(customer, phone);
    }
}
