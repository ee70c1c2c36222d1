package org.supertransfer.web.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Everything else that a resource or a service throws. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable error) {
        return problem(error).response();
    }

    public static Problem problem(Throwable error) {
        if (error instanceof EJBAccessException) {
            return Problem.of(Refusal.FORBIDDEN, "Your roles do not allow this.");
        }
        if (DatabaseLoss.isBehind(error)) {
            return Problem.of(Refusal.UNAVAILABLE, "The database cannot be reached; nothing was begun.");
        }
        return error.getCause() instanceof Refused refused ? Problem.of(refused) : Incident.report(error);
    }
}
