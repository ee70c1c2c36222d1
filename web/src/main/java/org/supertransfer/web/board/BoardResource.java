package org.supertransfer.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.report.SupervisorService;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** What goes on now, and what became of single calls; for supervisors. */
@Path("/board")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {
    private static final int LONGEST = 100;

    @Inject
    SupervisorService supervisors;

    @GET
    public JsonObject board(@Context SecurityContext security) {
        return BoardJson.of(supervisors.board(LoggedIn.caller(security)));
    }

    @GET
    @Path("/calls")
    public JsonArray calls(@Context SecurityContext security, @QueryParam("q") @Nullable String query) {
        String text = query == null ? "" : query;
        if (text.length() > LONGEST) {
            throw new Refused(Refusal.MALFORMED, "q must be at most " + LONGEST + " characters long.");
        }
        return Shape.array(supervisors.calls(LoggedIn.caller(security), text), FateJson::of);
    }

    @GET
    @Path("/calls/{id}")
    public JsonObject fate(@Context SecurityContext security, @PathParam("id") String id) {
        return FateJson.of(supervisors.fate(LoggedIn.caller(security), id));
    }
}
