package org.supertransfer.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.supertransfer.agent.Caller;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.transfer.TransferView;
import org.supertransfer.web.csv.Csv;
import org.supertransfer.web.csv.CsvWish;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.session.LoggedIn;

/** Transfers: begun, steered and looked at. */
@Path("/transfers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TransferResource {
    @Inject
    TransferService transfers;

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        UUID uuid = OrderBody.id(id);
        return accepted(transfers.put(LoggedIn.caller(security), uuid, order(uuid, body)));
    }

    @POST
    @Path("/{id}/complete")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        UUID uuid = OrderBody.id(id);
        return accepted(transfers.complete(LoggedIn.caller(security), uuid, version(body)));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        UUID uuid = OrderBody.id(id);
        return accepted(transfers.cancel(LoggedIn.caller(security), uuid, version(body)));
    }

    @POST
    @Path("/{id}/swap")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response swap(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        UUID uuid = OrderBody.id(id);
        return accepted(transfers.swap(LoggedIn.caller(security), uuid, version(body)));
    }

    /** A supervisor takes the call back. */
    @POST
    @Path("/{id}/retrieve")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retrieve(@Context SecurityContext security, @PathParam("id") String id, InputStream body)
            throws IOException {
        Caller supervisor = LoggedIn.supervisor(security);
        return accepted(transfers.retrieve(supervisor, OrderBody.id(id), version(body)));
    }

    @GET
    @Path("/{id}")
    public JsonObject find(@Context SecurityContext security, @PathParam("id") String id) {
        return TransferJson.of(transfers.find(LoggedIn.caller(security), OrderBody.id(id)));
    }

    /** JSON has one page, CSV all of them. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    public Response history(
            @Context SecurityContext security, @BeanParam HistoryParams params, @BeanParam CsvWish wish) {
        Caller caller = LoggedIn.caller(security);
        return wish.isCsv()
                ? TransferCsv.of(transfers.wholeHistory(caller, params.query()))
                : Response.ok(TransferJson.of(transfers.history(caller, params.query())), MediaType.APPLICATION_JSON)
                        .build();
    }

    /** A used id is refused as such before its body is looked at. */
    private TransferOrder order(UUID id, InputStream body) throws IOException {
        try {
            return OrderBody.order(JsonBody.read(body));
        } catch (Refused refused) {
            if (transfers.isUsed(id)) {
                throw new Refused(Refusal.ID_USED, "Another transfer has this id; make a new one.");
            }
            throw refused;
        }
    }

    private static long version(InputStream body) throws IOException {
        return JsonBody.read(body).wholeNumber("version");
    }

    private static Response accepted(TransferView transfer) {
        return Response.accepted(TransferJson.of(transfer)).build();
    }
}
