package org.supertransfer.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.supertransfer.agent.AgentService;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.problem.EdgeRefusal;
import org.supertransfer.web.problem.Problem;

/** Logging in and out. */
@Path("/session")
@RequestScoped
public class SessionResource {
    @Inject
    PasswordAttempts attempts;

    @Inject
    AgentService agents;

    @Inject
    SessionLife life;

    @Inject
    Provider provider;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void logIn(@Context HttpServletRequest request, InputStream in) throws IOException, ServletException {
        if (provider.isUsed()) {
            throw Problem.of(EdgeRefusal.LOG_IN_ELSEWHERE, "Log in at " + LogInServlet.PATH + ".")
                    .exception();
        }
        JsonBody body = JsonBody.read(in);
        String username = body.text("username");
        String password = body.text("password");
        Optional<Duration> wait = attempts.begin(username, request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooManyAttempts(wait.get()).exception();
        }
        end(request);
        begin(request, username, password);
    }

    /** Stays logged in: the gate has prolonged the session, as with every command. */
    @PUT
    public void stay() {}

    /** @return 204, or 200 with the place at the provider where the browser ends its session too */
    @DELETE
    public Response logOut(@Context HttpServletRequest request) throws ServletException {
        Optional<URI> next = IdToken.of(request.getUserPrincipal())
                .flatMap(
                        token -> provider.logOut(token, request.getScheme() + "://" + request.getHeader("Host") + "/"));
        end(request);
        return next.map(place -> Response.ok(
                                new Shape().put("next", place.toString()).json(), MediaType.APPLICATION_JSON)
                        .build())
                .orElseGet(() -> Response.noContent().build());
    }

    /** The session is made first: the log-in is kept in it. */
    private void begin(HttpServletRequest request, String username, String password) {
        HttpSession session = request.getSession(true);
        try {
            request.login(username, password);
        } catch (ServletException e) {
            session.invalidate();
            mask(username, request.getRemoteAddr());
            throw new Refused(Refusal.WRONG_PASSWORD, "The username or the password is wrong.");
        }
        attempts.succeeded(username, request.getRemoteAddr());
        life.begin(session);
    }

    /** The container tells a database that does not answer and a wrong password alike. */
    private void mask(String username, String address) {
        try {
            agents.maskUnknown(username);
        } catch (RuntimeException e) {
            attempts.withdraw(username, address);
            throw e;
        }
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
