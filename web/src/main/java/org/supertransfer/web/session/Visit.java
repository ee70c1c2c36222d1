package org.supertransfer.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.LogInService;
import org.supertransfer.problem.Refusal;
import org.supertransfer.web.problem.EdgeRefusal;
import org.supertransfer.web.problem.Problem;
import org.supertransfer.web.problem.UnexpectedMapper;

/** A request of somebody whom the container knows: whether the log-in still counts, and whether it is one of ours. */
@ApplicationScoped
public class Visit {
    @Inject
    SessionLife life;

    @Inject
    Provider provider;

    @Inject
    LogInService logIns;

    @Inject
    AgentService agents;

    @Inject
    PasswordAttempts attempts;

    /** Ends a session whose time is over, its sockets with it. */
    boolean isOver(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        try {
            String username = request.getUserPrincipal().getName();
            boolean over = life.isOver(session, logIns.validSince(username).orElse(null));
            if (over) {
                session.invalidate();
            } else if (life.endOf(session).isEmpty()) {
                life.begin(session);
            }
            return over;
        } catch (IllegalStateException endedMeanwhile) {
            return true;
        }
    }

    void prolong(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            life.prolong(session);
        }
    }

    /** When the session of this request ends; empty without one. */
    Optional<Instant> endOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session == null ? Optional.empty() : life.endOf(session);
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    /** The answer to somebody who is nobody here; empty for our own. A provider's roles become the agent's. */
    Optional<Problem> strange(HttpServletRequest request) {
        Caller caller = LoggedIn.caller(request);
        if (!logIns.admits(caller)) {
            return Optional.of(
                    Problem.of(EdgeRefusal.NOT_ADMITTED, "Nobody of this name works here, or the name has no role.")
                            .with(Map.of("username", caller.username(), "login", provider.way())));
        }
        if (provider.isUsed()) {
            logIns.rolesAre(caller);
        }
        return Optional.empty();
    }

    /** The answer to somebody whom the container does not know: wrong Basic credentials, a provider's token, or nothing. */
    Problem unknown(HttpServletRequest request) {
        return BasicCredentials.areIn(request) ? wrongPassword(request) : notLoggedIn();
    }

    /** Or a right one, when the database is away: the container tells them alike. */
    private Problem wrongPassword(HttpServletRequest request) {
        String username = BasicCredentials.username(request).orElse("");
        try {
            agents.maskUnknown(username);
        } catch (RuntimeException e) {
            return UnexpectedMapper.problem(e);
        }
        return attempts.begin(username, request.getRemoteAddr())
                .map(Problem::tooManyAttempts)
                .orElseGet(() -> Problem.of(Refusal.WRONG_PASSWORD, "The username or the password is wrong."));
    }

    /** The answer to nobody; says how somebody can log in. */
    Problem notLoggedIn() {
        String how = provider.isUsed()
                ? "Log in at " + LogInServlet.PATH + ", or send a bearer token of the provider."
                : "Log in by POST /api/session, or use HTTP Basic.";
        return Problem.of(Refusal.NOT_LOGGED_IN, how).with(Map.of("login", provider.way()));
    }
}
