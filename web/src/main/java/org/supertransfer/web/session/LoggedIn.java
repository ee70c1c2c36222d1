package org.supertransfer.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Takes the caller from the request, to be carried along: behind a mailbox there is no session. */
public final class LoggedIn {
    private LoggedIn() {}

    /** @throws Refused NOT_LOGGED_IN, should the gate not have been passed */
    public static String username(SecurityContext security) {
        Principal principal = security.getUserPrincipal();
        if (principal == null) {
            throw new Refused(Refusal.NOT_LOGGED_IN, "Log in first.");
        }
        return principal.getName();
    }

    /**
     * The username of an admin.
     *
     * @throws Refused FORBIDDEN to anybody else
     */
    public static String admin(SecurityContext security) {
        Caller caller = caller(security);
        if (!caller.has(Role.ADMIN)) {
            throw new Refused(Refusal.FORBIDDEN, "This is for admins.");
        }
        return caller.username();
    }

    /**
     * A caller who supervises, told before anything that was sent is looked at.
     *
     * @throws Refused FORBIDDEN to anybody but supervisors and admins
     */
    public static Caller supervisor(SecurityContext security) {
        Caller caller = caller(security);
        if (!caller.has(Role.SUPERVISOR) && !caller.has(Role.ADMIN)) {
            throw new Refused(Refusal.FORBIDDEN, "This is for supervisors.");
        }
        return caller;
    }

    /** @throws Refused NOT_LOGGED_IN, should the gate not have been passed */
    public static Caller caller(SecurityContext security) {
        return new Caller(username(security), roles(security::isUserInRole));
    }

    /** The caller of a request that has passed the gate's first question, so that there is a principal. */
    static Caller caller(HttpServletRequest request) {
        return new Caller(request.getUserPrincipal().getName(), roles(request::isUserInRole));
    }

    private static Set<Role> roles(Predicate<String> has) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (has.test(role.name().toLowerCase(Locale.ROOT))) {
                roles.add(role);
            }
        }
        return roles;
    }
}
