package org.supertransfer.systemtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.supertransfer.server.FreePorts;

/**
 * Agents whose phones the server reaches by TCP through a proxy; its port is chosen before the server starts, because the
 * directory names it.
 */
public record ProxiedPhones(int proxyPort) {
    private static final List<Agent> AGENTS = List.of(new Agent(901), new Agent(902));

    static ProxiedPhones choose() {
        return new ProxiedPhones(FreePorts.sip());
    }

    /** The first one answers customers. */
    public Agent agent() {
        return AGENTS.get(0);
    }

    /** The second one is transferred to. */
    public Agent target() {
        return AGENTS.get(1);
    }

    void describe(ArrayNode people, ArrayNode inbound) {
        for (Agent each : AGENTS) {
            each.describe(people.addObject(), inbound.addObject(), uri(each));
        }
    }

    private String uri(Agent agent) {
        return "sip:" + agent.extension() + "@127.0.0.1:" + proxyPort + ";transport=tcp";
    }
}
