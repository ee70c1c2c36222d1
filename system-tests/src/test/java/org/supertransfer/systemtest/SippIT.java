package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.peers.Flow;

/**
 * The main flow with SIPp as customer, agent and target: software that shares no line with ours at either end of the
 * wire. Each SIPp checks its own side; the ports in the session descriptions tell who was joined to whom.
 */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippIT {
    private static final String TARGET_MEDIA = "m=audio 43000 ";

    @Test
    @Flow(value = "blind transfer from the page", by = Peer.SIPP)
    void blindTransfer_joinsCustomerAndTarget(Stage stage) throws IOException, InterruptedException {
        transfer(stage, "BLIND", "COMPLETED");
    }

    @Test
    @Flow(value = "attended transfer from the page, hand-over on answer", by = Peer.SIPP)
    void attendedTransfer_handsOverOnAnswer(Stage stage) throws IOException, InterruptedException {
        transfer(stage, "ATTENDED", "COMPLETED");
    }

    private static void transfer(Stage stage, String method, String outcome) throws IOException, InterruptedException {
        Agent agent = SippPorts.AGENT;
        Api api = Api.loggedIn(stage.http(), agent.username());
        api.put("/api/me/state", Map.of("state", "AVAILABLE"));
        try (Sipp phone = Sipp.answers("agent", stage.sipp().agent());
                Sipp target = Sipp.answers("target", stage.sipp().target());
                Sipp customer = Sipp.calls(
                        "customer", agent.inboundNumber(), stage.server().sipPort())) {
            String id = transferTo(api, connectedCall(api), method);
            phone.succeeds();
            target.succeeds();
            customer.succeeds();
            assertThat(customer.traffic()).contains(TARGET_MEDIA);
            assertThat(target.traffic()).contains("m=audio 41000 ");
            Until.seen("outcome", () -> outcome(api, id), outcome);
        }
    }

    private static String connectedCall(Api api) {
        return Until.present("a connected call", () -> {
            var call = api.get("/api/calls").body().path(0);
            return call.path("state").asText().equals("CONNECTED")
                    ? call.path("id").asText()
                    : null;
        });
    }

    private static String transferTo(Api api, String callId, String method) {
        String id = UUID.randomUUID().toString();
        Map<String, String> target = Map.of("type", "NUMBER", "number", SippPorts.TARGET);
        Answer answer = api.put("/api/transfers/" + id, Map.of("callId", callId, "method", method, "target", target));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return id;
    }

    private static String outcome(Api api, String id) {
        return api.get("/api/transfers/" + id).body().path("outcome").asText();
    }
}
