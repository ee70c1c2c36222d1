package org.supertransfer.systemtest.peers;

import java.util.Map;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Portal;
import org.supertransfer.systemtest.Stage;

/** An agent whose phone is of others' make, with the portal open. */
record Workplace<V extends Voice>(Agent agent, Portal portal, V phone) implements AutoCloseable {
    /** An available agent with a registered baresip. */
    static Workplace<Baresip> baresip(Stage stage, Tone tone) {
        Agent agent = stage.nextAgent();
        return open(stage, agent, Baresip.registered(agent, tone, "auto", proxy(stage)));
    }

    /** An available agent with a registered baresip whose answering key somebody has to press. */
    static Workplace<Baresip> baresipByHand(Stage stage, Tone tone) {
        Agent agent = stage.nextAgent();
        return open(stage, agent, Baresip.registered(agent, tone, "manual", proxy(stage)));
    }

    /** An available agent with a registered linphone. */
    static Workplace<Linphone> linphone(Stage stage, Tone tone) {
        Agent agent = stage.nextAgent();
        return open(stage, agent, Linphone.registered(agent, tone, proxy(stage)));
    }

    /** An available agent with this phone. */
    static <V extends Voice> Workplace<V> open(Stage stage, Agent agent, V phone) {
        try {
            Portal portal = Portal.open(stage.http(), agent);
            portal.becomes("AVAILABLE");
            return new Workplace<>(agent, portal, phone);
        } catch (RuntimeException | AssertionError e) {
            phone.close();
            throw e;
        }
    }

    /** The server as outbound proxy. */
    static String proxy(Stage stage) {
        return "sip:127.0.0.1:" + stage.server().sipPort() + ";transport=udp";
    }

    /** What a customer with the server as outbound proxy calls to reach this agent. */
    String uri() {
        return "sip:" + agent.inboundNumber() + "@127.0.0.1";
    }

    /** Transfers the only call to another agent's extension; returns the transfer's id. */
    String transfers(String method, boolean consult, Workplace<?> target) {
        String call = portal.connected().path("id").asText();
        return portal.transfers(
                call,
                method,
                consult,
                Map.of("type", "NUMBER", "number", target.agent().extension()));
    }

    @Override
    public void close() {
        phone.close();
        portal.close();
    }
}
