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
import org.supertransfer.problem.Refusal;
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
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    transient PasswordAttempts attempts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        answer.setHeader("Cache-Control", "no-store");
        Optional<Problem> problem = problem(request);
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
        if (request.getUserPrincipal() == null) {
            return isLogIn(request)
                    ? Optional.empty()
                    : Optional.of(Problem.of(Refusal.NOT_LOGGED_IN, "Log in by POST /api/session, or use HTTP Basic."));
        }
        return BasicCredentials.areIn(request) ? tooEarly(request) : crossSite(request);
    }

    /** Within the wait a right password is answered like a wrong one, or guessing would go on. */
    private Optional<Problem> tooEarly(HttpServletRequest request) {
        String username = request.getUserPrincipal().getName();
        Optional<Problem> wait =
                attempts.waitFor(username, request.getRemoteAddr()).map(Problem::tooManyAttempts);
        if (wait.isEmpty()) {
            attempts.succeeded(username, request.getRemoteAddr());
        }
        return wait;
    }

    /** A form on a foreign page can send the cookie, but no header of its own. */
    private static Optional<Problem> crossSite(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || request.getHeader("X-Requested-With") != null
                ? Optional.empty()
                : Optional.of(Problem.of(EdgeRefusal.HEADER_MISSING, "Send the header X-Requested-With."));
    }

    private static boolean isLogIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && "/api".equals(request.getServletPath())
                && "/session".equals(request.getPathInfo());
    }
}
