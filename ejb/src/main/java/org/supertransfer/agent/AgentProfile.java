package org.supertransfer.agent;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who an agent is.
 *
 * @param sipPassword the phone's digest password, null when it does not register
 * @param contact the phone's fixed SIP address, null when it registers
 * @param team the name of the team, null when in none
 */
public record AgentProfile(
        String username,
        String name,
        String extension,
        @Nullable String sipPassword,
        @Nullable String contact,
        String language,
        Set<Role> roles,
        @Nullable String team) {
    public AgentProfile {
        roles = Set.copyOf(roles);
    }

    public AgentProfile withSipPassword(@Nullable String password) {
        return new AgentProfile(username, name, extension, password, contact, language, roles, team);
    }

    AgentProfile withLanguage(String chosen) {
        return new AgentProfile(username, name, extension, sipPassword, contact, chosen, roles, team);
    }

    AgentProfile withRoles(Set<Role> granted) {
        return new AgentProfile(username, name, extension, sipPassword, contact, language, granted, team);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AgentProfile[" + username + ", " + extension + "]";
    }
}
