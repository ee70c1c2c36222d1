package org.supertransfer.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.supertransfer.report.SuccessView;
import org.supertransfer.report.SupervisorService;
import org.supertransfer.web.csv.Csv;
import org.supertransfer.web.csv.CsvWish;
import org.supertransfer.web.session.LoggedIn;

/** How transfers ended, by target, method or hour of the day; for supervisors. */
@Path("/reports/success")
@RequestScoped
public class SuccessResource {
    @Inject
    SupervisorService supervisors;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    public Response success(
            @Context SecurityContext security, @BeanParam SuccessParams params, @BeanParam CsvWish wish) {
        SuccessView report = supervisors.success(LoggedIn.supervisor(security), params.query());
        return wish.isCsv()
                ? SuccessTable.csv(report)
                : Response.ok(SuccessTable.json(report), MediaType.APPLICATION_JSON)
                        .build();
    }
}
