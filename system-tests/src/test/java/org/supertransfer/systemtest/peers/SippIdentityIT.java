package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.audio;

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

/** Who the parties are told the other is (RFC 3325, RFC 3323), by SIPp at both ends. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippIdentityIT {
    private static final String NUMBER = "+358401239105";
    private static final String CUSTOMER = audio(41000);
    private static final String PHONE = audio(42000);
    private static final String TARGET = audio(43000);

    private final Stage stage;
    private final SippScene scene;

    SippIdentityIT(Stage stage) {
        this.stage = stage;
        this.scene = new SippScene(stage);
    }

    private static SippScript customer(String name) {
        return SippScript.calling("customer-" + name, NUMBER);
    }

    private static SippScript phone(String name, String... patterns) {
        return SippScript.called("phone-" + name, patterns);
    }

    @Test
    @Flow(value = "P-Asserted-Identity: the phones show the customer, by their own words (RFC 3325)", by = Peer.SIPP)
    void assertedCustomer_isShown() throws IOException, InterruptedException {
        String asserted = "P-Asserted-Identity: \"Matti\" <sip:+358409876543@trunk.example>";
        SippScript customer =
                customer("is-asserted").dials(CUSTOMER, asserted).pauses(300).hangsUp();
        scene.plays(
                customer, phone("shows", "From: .*358409876543").picksUp(PHONE).untilHungUp(PHONE));
    }

    @Test
    @Flow(value = "Privacy: id is kept before and after a transfer (RFC 3323)", by = Peer.SIPP)
    void privateCustomer_staysNobody() throws IOException, InterruptedException {
        SippScript customer = SippScript.calling("customer-is-nobody", "anonymous")
                .dials(CUSTOMER, "P-Asserted-Identity: <sip:+358409876544@trunk.example>", "Privacy: id")
                .untilJoined(CUSTOMER);
        String shown = scene.moves(
                        customer,
                        SippScript.called("target-shows-nobody").picksUp(TARGET).untilHungUp(TARGET))
                .phone();
        assertThat(shown).contains("anonymous.invalid").doesNotContain("358409876544");
    }

    @Test
    @Flow(value = "the target's phone shows the transferred customer (RFC 3325, RFC 3311)", by = Peer.SIPP)
    void target_showsTheCustomerAfterTheTransfer() throws IOException, InterruptedException {
        SippScript target = SippScript.called("target-shows").picksUp(TARGET).untilHungUp(TARGET);
        SippScript customer = customer("is-transferred").dials(CUSTOMER).untilJoined(CUSTOMER);
        try (Desk desk = stage.desk();
                Sipp called = Sipp.answers(target, stage.sipp().target());
                Sipp caller = scene.calls(customer, desk.agent().inboundNumber())) {
            String call = desk.connected().path("id").asText();
            Map<String, String> number = Map.of("type", "NUMBER", "number", SippPorts.TARGET);
            String id = desk.transfers(call, "ATTENDED", true, number);
            desk.transfer(id, "CONSULTING");
            desk.moves(id, "complete");
            caller.succeeds();
            called.succeeds();
            assertThat(called.traffic()).contains("P-Asserted-Identity: <sip:" + NUMBER);
        }
    }
}
