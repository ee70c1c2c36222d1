package org.supertransfer.agent;

import java.util.List;

/**
 * An agent as shown to itself.
 *
 * @param state what others see: the choice, unless a call or a missing phone says BUSY or OFFLINE
 * @param wanted what the agent chose, AVAILABLE or AWAY
 * @param version grows with every change of state
 */
public record AgentView(
        String username,
        String name,
        String extension,
        Availability state,
        Availability wanted,
        String language,
        List<String> roles,
        long version) {}
