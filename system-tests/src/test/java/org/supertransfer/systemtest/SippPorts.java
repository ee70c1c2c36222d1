package org.supertransfer.systemtest;

import org.supertransfer.server.FreePorts;

/**
 * Where SIPp listens when it plays phones that do not register: known before the server starts, because the directory
 * names them.
 */
public record SippPorts(int agent, int target) {
    /** The agent whose phone SIPp plays. */
    public static final Agent AGENT = new Agent(900);

    /** The user whose phone SIPp plays. */
    public static final String TARGET = "1399";

    static SippPorts choose() {
        int agent = FreePorts.sip();
        int target = FreePorts.sip();
        return target == agent ? choose() : new SippPorts(agent, target);
    }

    String agentUri() {
        return "sip:" + AGENT.extension() + "@127.0.0.1:" + agent;
    }

    String targetUri() {
        return "sip:" + TARGET + "@127.0.0.1:" + target;
    }
}
