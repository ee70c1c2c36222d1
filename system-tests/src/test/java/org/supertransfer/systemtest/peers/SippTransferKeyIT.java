package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.NO_BODY;
import static org.supertransfer.systemtest.SippWords.audio;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.SippWords;
import org.supertransfer.systemtest.Stage;

/** What a phone's transfer key may send (RFC 3515, RFC 3891, RFC 4488), by SIPp as the agent's phone. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippTransferKeyIT {
    private static final String CUSTOMER = audio(41000);
    private static final String PHONE = audio(42000);
    private static final String TARGET = audio(43000);
    private static final String REPLACES = "other///[call_id]%3Bto-tag%3D[$tag]%3Bfrom-tag%3D[pid]o[call_number]";

    private final Stage stage;
    private final SippScene scene;

    SippTransferKeyIT(Stage stage) {
        this.stage = stage;
        this.scene = new SippScene(stage);
    }

    /** SIPp takes what is before the slashes for a dialog of the same call. */
    private String secondLine(String method, int cseq, String tag, String headers, String description) {
        return """
                %1$s sip:1399@127.0.0.1:%2$d SIP/2.0
                Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
                From: <sip:2900@127.0.0.1>;tag=[pid]o[call_number]
                To: <sip:1399@127.0.0.1>%3$s
                Call-ID: other///[call_id]
                CSeq: %4$d %1$s
                Contact: <sip:sipp@[local_ip]:[local_port]>
                Max-Forwards: 70
                """
                        .formatted(method, stage.server().sipPort(), tag, cseq)
                + headers
                + SippWords.end(description);
    }

    private static SippScript customer(String name) {
        return SippScript.calling("customer-" + name, "+358401239101").dials(CUSTOMER);
    }

    private Sipp target() {
        SippScript script = SippScript.called("target-stays").picksUp(TARGET).untilHungUp(TARGET);
        return Sipp.answers(script, stage.sipp().target());
    }

    @Test
    @Flow(value = "attended transfer by the phone's own key (REFER with Replaces)", by = Peer.SIPP)
    void referWithReplaces_joinsTheFarEndsOfBothLines() throws IOException, InterruptedException {
        SippScript twoLines = SippScript.called("phone-replaces")
                .picksUp(PHONE)
                .pauses(500)
                .sends(secondLine("INVITE", 1, "", "", PHONE))
                .maySee("100", "180", "183")
                .waitsForTag("200", "tag")
                .sends(secondLine("ACK", 1, ";tag=[$tag]", "", NO_BODY))
                .pauses(1000)
                .asks("REFER", NO_BODY, "Refer-To: <sip:1399@127.0.0.1?Replaces=" + REPLACES + ">")
                .waitsFor("202")
                .untilHungUp(PHONE)
                .untilHungUp(PHONE);
        try (Sipp target = target()) {
            SippScene.Traffic traffic = scene.plays(customer("stays").untilJoined(CUSTOMER), twoLines);
            target.succeeds();
            assertThat(traffic.phone()).contains("SIP/2.0 100 Trying", "terminated;reason=noresource");
            assertThat(traffic.customer()).contains("m=audio 43000 ");
            assertThat(target.traffic()).contains("m=audio 41000 ");
        }
    }

    @Test
    @Flow(value = "REFER with Refer-Sub: false (RFC 4488): accepted, no NOTIFY", by = Peer.SIPP)
    void referWithoutSubscription_isSilent() throws IOException, InterruptedException {
        SippScript phone = SippScript.called("phone-refers-silently")
                .picksUp(PHONE)
                .pauses(1000)
                .asks("REFER", NO_BODY, "Refer-To: <sip:1399@127.0.0.1>", "Refer-Sub: false", "Supported: norefersub")
                .waitsFor("202", "Refer-Sub: *false")
                .untilHungUp(PHONE);
        try (Sipp target = target()) {
            SippScene.Traffic traffic = scene.plays(customer("moves").untilJoined(CUSTOMER), phone);
            target.succeeds();
            assertThat(traffic.phone()).doesNotContain("NOTIFY sip:");
            assertThat(traffic.customer()).contains("m=audio 43000 ");
        }
    }

    @Test
    @Flow(value = "REFER outside the dialog, which Target-Dialog names (RFC 4538)", by = Peer.SIPP)
    void referWithTargetDialog_movesTheCall() throws IOException, InterruptedException {
        String named = "Target-Dialog: [call_id];local-tag=[pid]s[call_number];remote-tag=[$peerTag]\n";
        SippScript phone = SippScript.called("phone-refers-from-outside")
                .picksUp(PHONE)
                .pauses(1000)
                .sends(secondLine("REFER", 1, "", named + "Refer-To: <sip:1399@127.0.0.1>\n", NO_BODY))
                .waitsFor("202")
                .untilHungUp(PHONE);
        try (Sipp target = target()) {
            SippScene.Traffic traffic = scene.plays(customer("moves").untilJoined(CUSTOMER), phone);
            target.succeeds();
            assertThat(traffic.customer()).contains("m=audio 43000 ");
        }
    }

    @Test
    @Flow(value = "REFER by the customer: refused (403), the call stays", by = Peer.SIPP)
    void customerRefers_isRefused() throws IOException, InterruptedException {
        SippScript customer = customer("refers")
                .pauses(500)
                .asks("REFER", NO_BODY, "Refer-To: <sip:1399@127.0.0.1>")
                .waitsFor("403")
                .hangsUp();
        scene.plays(customer, SippScript.called("phone-stays").picksUp(PHONE).untilHungUp(PHONE));
    }

    @Test
    @Flow(value = "REFER to an emergency number, to another domain: refused (403), the call stays", by = Peer.SIPP)
    void forbiddenTargets_areRefused() throws IOException, InterruptedException {
        SippScript phone = SippScript.called("phone-refers-in-vain")
                .picksUp(PHONE)
                .pauses(1000)
                .asks("REFER", NO_BODY, "Refer-To: <tel:112>")
                .waitsFor("403", "Warning: ")
                .asks("REFER", NO_BODY, "Refer-To: <sip:bob@elsewhere.example>")
                .waitsFor("403", "Warning: ")
                .asks("REFER", NO_BODY)
                .waitsFor("400")
                .hangsUp();
        scene.plays(customer("stays").untilHungUp(CUSTOMER), phone);
    }
}
