package org.supertransfer.agent;

import java.util.List;

/**
 * An agent as shown to itself.
 *
 * @param state what the agent chose, AVAILABLE or AWAY, as seen with its phone and calls
 * @param version grows with every change of state
 */
public record AgentView(
        String username,
        String name,
        String extension,
        Availability state,
        String language,
        List<String> roles,
        long version) {}
