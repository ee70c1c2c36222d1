package org.supertransfer.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.supertransfer.problem.Refusal;
import org.supertransfer.web.problem.Incident;
import org.supertransfer.web.problem.Problem;

/**
 * Answers what the container ends before any filter or resource: wrong Basic credentials, failures of its own, and what
 * came back from a provider and is no log-in.
 */
@WebServlet("/problem")
public class ContainerErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The page says then that the provider's log-in did not succeed. */
    private static final String LOG_IN_FAILED = "/?log-in=failed";

    @Inject
    transient Visit visit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer.setHeader("Cache-Control", "no-store");
        if (LogInServlet.PATH.equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            answer.sendRedirect(LOG_IN_FAILED);
        } else {
            problem(request).send(answer);
        }
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return Problem.of(Refusal.NOT_FOUND, "There is nothing at this address.");
        }
        return switch ((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)) {
            case HttpServletResponse.SC_BAD_REQUEST -> Problem.of(Refusal.MALFORMED, "The request cannot be read.");
            case HttpServletResponse.SC_UNAUTHORIZED -> visit.unknown(request);
            case HttpServletResponse.SC_FORBIDDEN -> Problem.of(Refusal.FORBIDDEN, "This is not allowed.");
            default -> Incident.report((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        };
    }
}
