package org.supertransfer.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.supertransfer.agent.LogInService;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.problem.EdgeRefusal;
import org.supertransfer.web.problem.Problem;

/** The change of one's own password, where passwords are kept here. Guesses at the old one wait as at the log-in. */
@Path("/me/password")
@RequestScoped
public class PasswordResource {
    @Inject
    LogInService logIns;

    @Inject
    PasswordAttempts attempts;

    @Inject
    Provider provider;

    @Inject
    SessionLife life;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@Context SecurityContext security, @Context HttpServletRequest request, InputStream in)
            throws IOException {
        JsonBody body = JsonBody.read(in);
        String old = body.text("old");
        String wanted = body.text("new");
        if (provider.isUsed()) {
            throw Problem.of(EdgeRefusal.LOG_IN_ELSEWHERE, "The password is changed at the provider.")
                    .exception();
        }
        String username = LoggedIn.username(security);
        Optional<Duration> wait = attempts.begin(username, request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooManyAttempts(wait.get()).exception();
        }
        change(username, request.getRemoteAddr(), old, wanted);
        HttpSession session = request.getSession(false);
        if (session != null) {
            life.begin(session);
        }
    }

    /** A wrong old password is no 401: whoever asks stays logged in. */
    private void change(String username, String address, String old, String wanted) {
        try {
            logIns.changePassword(old, wanted);
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.WRONG_PASSWORD) {
                throw Refused.invalid(List.of(new FieldError("old", "wrong", "The old password is wrong.")));
            }
            attempts.succeeded(username, address);
            throw refused;
        } catch (RuntimeException e) {
            attempts.withdraw(username, address);
            throw e;
        }
        attempts.succeeded(username, address);
    }
}
