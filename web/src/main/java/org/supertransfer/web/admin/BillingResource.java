package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.billing.BillingReport;
import org.supertransfer.billing.BillingService;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.csv.Csv;
import org.supertransfer.web.csv.CsvWish;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The bill of a month, for supervisors and admins. */
@Path("/reports/billing")
@RequestScoped
public class BillingResource {
    @Inject
    BillingService billing;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    public Response month(
            @Context SecurityContext security, @BeanParam CsvWish wish, @QueryParam("month") @Nullable String month) {
        Caller caller = LoggedIn.caller(security);
        if (!caller.has(Role.SUPERVISOR) && !caller.has(Role.ADMIN)) {
            throw new Refused(Refusal.FORBIDDEN, "This is for supervisors and admins.");
        }
        BillingReport report = billing.month(parsed(month));
        return wish.isCsv()
                ? Csv.download("billing-" + report.month(), report.csv())
                : Response.ok(json(report), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static YearMonth parsed(@Nullable String month) {
        try {
            return YearMonth.parse(month == null ? "" : month);
        } catch (DateTimeException e) {
            throw new Refused(Refusal.MALFORMED, "month must be like 2026-11.");
        }
    }

    private static JsonObject json(BillingReport report) {
        return new Shape()
                .put("month", report.month().toString())
                .put("zone", report.zone().getId())
                .put("lines", Shape.array(report.lines(), BillingResource::json))
                .put("total", report.total())
                .json();
    }

    private static JsonObject json(BillingReport.Line line) {
        return new Shape()
                .put("agent", line.agent())
                .put("inbound", line.inbound())
                .put("class", line.numberClass())
                .put("transfers", line.transfers())
                .put("seconds", line.seconds())
                .put("cost", line.cost())
                .json();
    }
}
