package org.supertransfer.systemtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An agent of the stories; the password and the phone's password are the username. */
public record Agent(int number) {
    public String username() {
        return "agent" + (1000 + number);
    }

    public String extension() {
        return Integer.toString(2000 + number);
    }

    /** The service number whose calls come to this agent alone. */
    public String inboundNumber() {
        return "020123" + (6000 + number);
    }

    /** @param contact of a phone that does not register, null for one that does */
    void describe(ObjectNode agent, ObjectNode inbound, @Nullable String contact) {
        agent.put("username", username())
                .put("password", username())
                .put("name", "Agentti " + number)
                .put("extension", extension())
                .put("sipPassword", username())
                .put("contact", contact)
                .put("language", "fi")
                .putArray("roles")
                .add("agent");
        inbound.put("number", inboundNumber())
                .put("name", "Palvelu " + number)
                .putArray("agents")
                .add(username());
    }
}
