package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.audio;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.Portal;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.Stage;

/** Ways to us and back that are not a plain datagram to a known address (RFC 3261 section 18, RFC 3581), by SIPp. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippTransportIT {
    private static final String NUMBER = "+358401239106";

    private final Stage stage;

    SippTransportIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Flow(
            value = "TCP, with a description above the UDP limit: call, attended transfer on the same connection",
            by = Peer.SIPP)
    void customerByTcp_isTransferredOnItsConnection() throws IOException, InterruptedException {
        String large = audio(41000, ("a=x-filler:" + "0123456789".repeat(15) + "\n").repeat(12) + "a=sendrecv");
        SippScript script =
                SippScript.calling("customer-by-tcp", NUMBER).dials(large).untilJoined(audio(41000));
        try (Desk desk = stage.desk();
                Sipp customer = Sipp.callsByTcp(
                        script, desk.agent().inboundNumber(), stage.server().sipPort())) {
            String call = desk.connected().path("id").asText();
            String id = desk.transfers(call, "ATTENDED", false, Map.of("type", "NUMBER", "number", "1301"));
            desk.transfer(id, "COMPLETED");
            customer.succeeds();
            assertThat(customer.traffic())
                    .contains("TCP message sent", "TCP message received")
                    .doesNotContain("UDP");
        }
    }

    @Test
    @Flow(
            value = "a phone behind a NAT registers (MD5, rport) and is called where it came from (RFC 3581)",
            by = Peer.SIPP)
    void phoneBehindANat_isCalledWhereItCameFrom() throws IOException, InterruptedException {
        Agent agent = stage.nextAgent();
        int port = FreePorts.sip();
        try (Sipp registers =
                Sipp.registers("phone-registers", agent, port, stage.server().sipPort())) {
            registers.succeeds();
        }
        SippScript phone =
                SippScript.called("phone-behind-nat").picksUp(audio(42000)).untilHungUp(audio(42000));
        SippScript customer = SippScript.calling("customer-calls-nat", NUMBER)
                .dials(audio(41000))
                .pauses(300)
                .hangsUp();
        try (Portal portal = Portal.open(stage.http(), agent);
                Sipp called = Sipp.answers(phone, port)) {
            portal.becomes("AVAILABLE");
            try (Sipp caller =
                    Sipp.calls(customer, agent.inboundNumber(), stage.server().sipPort())) {
                caller.succeeds();
                called.succeeds();
            }
        }
    }
}
