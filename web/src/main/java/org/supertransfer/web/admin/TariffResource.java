package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.math.BigDecimal;
import java.util.List;
import org.supertransfer.audit.Kept;
import org.supertransfer.billing.TariffCard;
import org.supertransfer.billing.TariffService;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.csv.Csv;
import org.supertransfer.web.csv.CsvWish;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The tariffs, one by one or all at once as a file. */
@Path("/admin/tariffs")
@RequestScoped
public class TariffResource {
    private static final String KEY = "prefix";
    /** Bytes; a hundred thousand lines. */
    private static final int LARGEST_FILE = 8 * 1024 * 1024;

    @Inject
    TariffService tariffs;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    public Response all(@Context SecurityContext security, @BeanParam CsvWish wish) {
        LoggedIn.admin(security);
        return wish.isCsv()
                ? Csv.download("tariffs", tariffs.export())
                : Response.ok(Shape.array(tariffs.all(), Kept::json), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    @PUT
    @Consumes(Csv.TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(@Context SecurityContext security, InputStream body) throws IOException {
        String by = LoggedIn.admin(security);
        List<TariffCard> now = tariffs.replace(by, JsonBody.readText(body, LARGEST_FILE));
        return Response.ok(Shape.array(now, Kept::json)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(@Context SecurityContext security, InputStream body) throws IOException {
        String by = LoggedIn.admin(security);
        JsonObject created = tariffs.create(by, card(AdminBody.of(body, KEY))).json();
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("/{prefix}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject change(@Context SecurityContext security, @PathParam(KEY) String key, InputStream body)
            throws IOException {
        String by = LoggedIn.admin(security);
        return tariffs.change(by, card(AdminBody.of(body, KEY, key))).json();
    }

    @DELETE
    @Path("/{prefix}")
    public void delete(@Context SecurityContext security, @PathParam(KEY) String key) {
        tariffs.delete(LoggedIn.admin(security), key);
    }

    private static TariffCard card(AdminBody body) {
        return new TariffCard(
                body.key(),
                body.text("name"),
                price(body, "pricePerMinute"),
                price(body, "pricePerCall"),
                body.version());
    }

    private static BigDecimal price(AdminBody body, String name) {
        return body.json()
                .decimal(name)
                .orElseThrow(() -> Refused.invalid(
                        List.of(new FieldError(name, "required", "A price in euros is wanted, or 0."))));
    }
}
