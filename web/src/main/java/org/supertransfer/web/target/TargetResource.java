package org.supertransfer.web.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.directory.DirectoryService;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.TargetView;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The targets that are picked from a list. */
@Path("/targets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TargetResource {
    private static final List<TargetType> LISTED = List.of(TargetType.AGENT, TargetType.USER, TargetType.INBOUND);
    private static final int LONGEST = 100;

    @Inject
    DirectoryService directory;

    @GET
    public JsonArray targets(
            @Context SecurityContext security,
            @QueryParam("type") @Nullable String type,
            @QueryParam("q") @Nullable String query) {
        if (query != null && query.length() > LONGEST) {
            throw new Refused(Refusal.MALFORMED, "q must be at most " + LONGEST + " characters long.");
        }
        return Shape.array(directory.targets(LoggedIn.username(security), listed(type), query), TargetResource::json);
    }

    private static TargetType listed(@Nullable String type) {
        return LISTED.stream()
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.MALFORMED, "type must be one of " + LISTED + "."));
    }

    private static JsonObject json(TargetView target) {
        return new Shape()
                .put("type", target.type())
                .put("id", target.id())
                .put("name", target.name())
                .put("number", target.number())
                .put("availability", target.availability())
                .put("waiting", target.waiting())
                .put("team", target.team())
                .json();
    }
}
