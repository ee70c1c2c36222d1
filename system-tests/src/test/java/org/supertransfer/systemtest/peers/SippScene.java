package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.util.Map;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Portal;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippPorts;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.Stage;

/** Where scenarios of SIPp are played: a customer at the trunk's side, the phone of an available agent. */
record SippScene(Stage stage) {
    /**
     * What went over the wires.
     *
     * @param phone the agent's or the target's
     */
    record Traffic(String customer, String phone) {}

    /** A customer and an agent's phone play their scenarios to the end. */
    Traffic plays(SippScript customer, SippScript phone) throws IOException, InterruptedException {
        try (Portal portal = Portal.open(stage.http(), SippPorts.AGENT);
                Sipp agent = Sipp.answers(phone, stage.sipp().agent())) {
            portal.becomes("AVAILABLE");
            try (Sipp caller = calls(customer, SippPorts.AGENT.inboundNumber())) {
                agent.succeeds();
                caller.succeeds();
                return new Traffic(caller.traffic(), agent.traffic());
            }
        }
    }

    /** A customer is transferred from the page to the user whose phone SIPp plays, with hand-over on answer. */
    Traffic moves(SippScript customer, SippScript target) throws IOException, InterruptedException {
        try (Desk desk = stage.desk();
                Sipp called = Sipp.answers(target, stage.sipp().target());
                Sipp caller = calls(customer, desk.agent().inboundNumber())) {
            String call = desk.connected().path("id").asText();
            String id = desk.transfers(call, "ATTENDED", false, Map.of("type", "NUMBER", "number", SippPorts.TARGET));
            desk.transfer(id, "COMPLETED");
            caller.succeeds();
            called.succeeds();
            return new Traffic(caller.traffic(), called.traffic());
        }
    }

    /** A customer begins its scenario with a call to this number. */
    Sipp calls(SippScript customer, String number) {
        return Sipp.calls(customer, number, stage.server().sipPort());
    }
}
