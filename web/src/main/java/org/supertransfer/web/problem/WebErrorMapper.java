package org.supertransfer.web.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.supertransfer.problem.Refusal;

/** What JAX-RS itself refuses: unknown paths, methods, media types. */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public Response toResponse(WebApplicationException error) {
        Response given = error.getResponse();
        if (given.getStatus() < FIRST_ERROR || given.hasEntity()) {
            return given;
        }
        if (given.getStatus() >= FIRST_SERVER_ERROR) {
            return Incident.report(error).response();
        }
        return problem(error, given).response();
    }

    private static Problem problem(WebApplicationException error, Response given) {
        return switch (given.getStatus()) {
            case 400 -> Problem.of(Refusal.MALFORMED, "The request cannot be read.");
            case 404 -> Problem.of(Refusal.NOT_FOUND, "There is nothing at this address.");
            case 405 -> notAllowed(error, given);
            case 406 -> Problem.of(EdgeRefusal.NOT_ACCEPTABLE, "The answer is JSON; accept application/json.");
            case 413 -> Problem.of(EdgeRefusal.TOO_LARGE, "The body is too large.");
            case 415 -> Problem.of(EdgeRefusal.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
            default -> other(given.getStatus());
        };
    }

    private static Problem notAllowed(WebApplicationException error, Response given) {
        Problem problem = Problem.of(EdgeRefusal.METHOD_NOT_ALLOWED, "This address does not take this method.");
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return error instanceof NotAllowedException && allow != null
                ? problem.withHeader(HttpHeaders.ALLOW, allow)
                : problem;
    }

    private static Problem other(int status) {
        Problem refused = Problem.of(EdgeRefusal.REQUEST_REFUSED, "The request is refused.");
        return new Problem(status, refused.code(), refused.detail(), refused.facts(), refused.headers());
    }
}
