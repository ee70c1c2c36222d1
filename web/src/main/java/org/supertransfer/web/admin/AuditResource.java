package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.audit.AuditView;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** Who changed what. */
@Path("/admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int MOST_PAGES = 1_000_000;

    @Inject
    AuditService audit;

    @GET
    public JsonObject changes(
            @Context SecurityContext security,
            @QueryParam("page") @Nullable String page,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("id") @Nullable String id) {
        LoggedIn.admin(security);
        return json(audit.page(new AuditQuery(given(actor), given(subject), given(id), number(page))));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static int number(@Nullable String page) {
        String number = page == null || page.isBlank() ? "0" : page;
        if (number.matches("\\d{1,7}") && Integer.parseInt(number) <= MOST_PAGES) {
            return Integer.parseInt(number);
        }
        throw new Refused(Refusal.MALFORMED, "page must be a whole number from 0.");
    }

    private static JsonObject json(AuditView.Page page) {
        return new Shape()
                .put("changes", Shape.array(page.changes(), AuditResource::json))
                .put("page", page.page())
                .put("total", page.total())
                .json();
    }

    private static JsonObject json(AuditView change) {
        return new Shape()
                .put("at", change.at())
                .put("actor", change.actor())
                .put("action", change.action())
                .put("subject", change.subject())
                .put("id", change.id())
                .put("before", Shape.parsed(change.before()))
                .put("after", Shape.parsed(change.after()))
                .json();
    }
}
