package org.supertransfer.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.supertransfer.web.problem.EdgeRefusal;
import org.supertransfer.web.problem.Problem;

/**
 * Stands before every REST call and the WebSocket's handshake: no foreign page, nobody unknown, and no state change by
 * cookie alone. Credentials were looked at by the container before; nobody is ever asked for them.
 */
@WebFilter(
        urlPatterns = {"/api/*", "/live"},
        asyncSupported = true)
public class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** When the log-in ends, unless a command comes before: ISO 8601, UTC. */
    private static final String SESSION_ENDS = "Session-Ends";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    transient PasswordAttempts attempts;

    @Inject
    transient Visit visit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        answer.setHeader("Cache-Control", "no-store");
        Optional<Problem> problem = problem(request);
        visit.endOf(request).ifPresent(end -> answer.setHeader(SESSION_ENDS, end.toString()));
        if (problem.isPresent()) {
            problem.get().send(answer);
        } else {
            chain.doFilter(request, answer);
        }
    }

    Optional<Problem> problem(HttpServletRequest request) {
        if (!Origin.isOurs(request)) {
            return Optional.of(Problem.of(EdgeRefusal.FOREIGN_ORIGIN, "This page does not come from this server."));
        }
        boolean known = request.getUserPrincipal() != null;
        if (!known || visit.isOver(request)) {
            return isLogIn(request)
                    ? Optional.empty()
                    : Optional.of(known ? visit.notLoggedIn() : visit.unknown(request));
        }
        Optional<Problem> problem = BasicCredentials.areIn(request) ? tooEarly(request) : crossSite(request);
        return problem.isPresent() || isLogIn(request) || isLogOut(request) ? problem : admitted(request);
    }

    private Optional<Problem> admitted(HttpServletRequest request) {
        Optional<Problem> stranger = visit.strange(request);
        if (stranger.isEmpty() && !READING.contains(request.getMethod())) {
            visit.prolong(request);
        }
        return stranger;
    }

    /**
     * Within the wait a right password is answered like a wrong one, or guessing would go on. Who has a session is known
     * by that, and nobody looked at the password.
     */
    private Optional<Problem> tooEarly(HttpServletRequest request) {
        String username = request.getUserPrincipal().getName();
        Optional<Problem> wait =
                attempts.waitFor(username, request.getRemoteAddr()).map(Problem::tooManyAttempts);
        if (wait.isEmpty() && request.getSession(false) == null) {
            attempts.succeeded(username, request.getRemoteAddr());
        }
        return wait;
    }

    /** A form on a foreign page can send the cookie, but no header of its own, an Authorization with a token neither. */
    private static Optional<Problem> crossSite(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                        || request.getHeader("X-Requested-With") != null
                        || request.getHeader("Authorization") != null
                ? Optional.empty()
                : Optional.of(Problem.of(EdgeRefusal.HEADER_MISSING, "Send the header X-Requested-With."));
    }

    private static boolean isLogIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && isSession(request);
    }

    private static boolean isLogOut(HttpServletRequest request) {
        return "DELETE".equals(request.getMethod()) && isSession(request);
    }

    private static boolean isSession(HttpServletRequest request) {
        return "/api".equals(request.getServletPath()) && "/session".equals(request.getPathInfo());
    }
}
