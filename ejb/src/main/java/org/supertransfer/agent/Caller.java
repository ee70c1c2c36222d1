package org.supertransfer.agent;

import java.util.Set;

/** Who asks: taken from the session at the edge and carried along, because a mailbox runs as nobody. */
public record Caller(String username, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether it may look at everybody's calls and take them back: supervisors may, and admins. */
    public boolean supervises() {
        return has(Role.SUPERVISOR) || has(Role.ADMIN);
    }
}
