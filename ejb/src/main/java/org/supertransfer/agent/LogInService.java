package org.supertransfer.agent;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** The front door of log-ins: who is admitted, which log-ins count, and the change of one's own password. */
@Stateless
@PermitAll
@DeclareRoles({"agent", "supervisor", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogInService {
    @Inject
    private Agents agents;

    @Inject
    private AgentRows rows;

    @Inject
    private LogIns logIns;

    @Inject
    private Passwords passwords;

    @Inject
    private Event<LogInEnded> ended;

    @Resource
    private SessionContext session;

    /** Whether this person is an agent of ours with at least one role. */
    public boolean admits(Caller caller) {
        return !caller.roles().isEmpty() && agents.profile(caller.username()).isPresent();
    }

    /**
     * Where the roles come from outside they are the agent's from here on, so that everything that asks for an agent's
     * roles, its phone's REFER too, is told the same.
     */
    public void rolesAre(Caller caller) {
        agents.grant(caller.username(), caller.roles());
    }

    /** Log-ins of this person from before are void; empty when all count. */
    public Optional<Instant> validSince(String username) {
        return logIns.validSince(username);
    }

    /**
     * Changes the caller's own password. Every log-in that the caller has is void afterwards, also the one that asks.
     *
     * @throws Refused WRONG_PASSWORD when the old one is not right; INVALID when the new one will not do
     */
    @RolesAllowed({"agent", "supervisor", "admin"})
    public void changePassword(String old, String wanted) {
        String username = session.getCallerPrincipal().getName();
        if (!rows.isPassword(username, old)) {
            throw new Refused(Refusal.WRONG_PASSWORD, "The old password is wrong.");
        }
        Findings findings = new Findings();
        passwords.weakness(wanted).ifPresent(why -> findings.add(new FieldError("new", "weak", why)));
        findings.check(!wanted.equals(old), "new", "same", "The new password is the old one.");
        findings.refuse();
        rows.changePassword(username, passwords.hash(wanted));
        ended.fire(new LogInEnded(username));
    }
}
