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
import org.supertransfer.report.AnsweredView;
import org.supertransfer.report.ReportService;
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

    @Inject
    ReportService reports;

    @GET
    public JsonArray targets(
            @Context SecurityContext security,
            @QueryParam("type") @Nullable String type,
            @QueryParam("q") @Nullable String query) {
        if (query != null && query.length() > LONGEST) {
            throw new Refused(Refusal.MALFORMED, "q must be at most " + LONGEST + " characters long.");
        }
        return Shape.array(directory.targets(LoggedIn.username(security), listed(type), query), this::json);
    }

    private static TargetType listed(@Nullable String type) {
        return LISTED.stream()
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.MALFORMED, "type must be one of " + LISTED + "."));
    }

    private JsonObject json(TargetView target) {
        return queue(
                        new Shape()
                                .put("type", target.type())
                                .put("id", target.id())
                                .put("name", target.name())
                                .put("number", target.number())
                                .put("team", target.team())
                                .put("availability", target.availability())
                                .put("since", target.since()),
                        target.queue())
                .put(
                        "answered",
                        reports.answered(target.type(), target.id())
                                .map(TargetResource::answered)
                                .orElse(null))
                .json();
    }

    private static Shape queue(Shape shape, TargetView.@Nullable Queue queue) {
        return shape.put("waiting", queue == null ? null : queue.waiting())
                .put("waitingSince", queue == null ? null : queue.waitingSince())
                .put("freeAgents", queue == null ? null : queue.freeAgents());
    }

    private static JsonObject answered(AnsweredView answered) {
        return new Shape()
                .put("of", answered.of())
                .put("count", answered.count())
                .put("medianSeconds", answered.medianSeconds())
                .json();
    }
}
