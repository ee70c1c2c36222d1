package org.supertransfer.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.supertransfer.agent.AgentService;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.problem.Problem;

/** Logging in and out. */
@Path("/session")
@RequestScoped
public class SessionResource {
    @Inject
    PasswordAttempts attempts;

    @Inject
    AgentService agents;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void logIn(@Context HttpServletRequest request, InputStream in) throws IOException, ServletException {
        JsonBody body = JsonBody.read(in);
        String username = body.text("username");
        String password = body.text("password");
        Optional<Duration> wait = attempts.waitFor(username, request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooManyAttempts(wait.get()).exception();
        }
        end(request);
        begin(request, username, password);
    }

    @DELETE
    public void logOut(@Context HttpServletRequest request) throws ServletException {
        end(request);
    }

    /** The session is made first: the log-in is kept in it. */
    private void begin(HttpServletRequest request, String username, String password) {
        HttpSession session = request.getSession(true);
        try {
            request.login(username, password);
        } catch (ServletException e) {
            session.invalidate();
            agents.maskUnknown(username);
            attempts.failed(username, request.getRemoteAddr());
            throw new Refused(Refusal.WRONG_PASSWORD, "The username or the password is wrong.");
        }
        attempts.succeeded(username, request.getRemoteAddr());
    }

    /** An id from before the log-in must not be one afterwards; the sockets of an ended session are closed with 1008. */
    private static void end(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
