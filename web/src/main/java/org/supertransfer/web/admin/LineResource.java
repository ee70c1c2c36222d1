package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.supertransfer.admin.LineService;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** Trunks and registered phones. */
@Path("/admin")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LineResource {
    @Inject
    LineService lines;

    @GET
    @Path("/trunks")
    public JsonArray trunks(@Context SecurityContext security) {
        LoggedIn.admin(security);
        return Shape.array(lines.trunks(), LineResource::json);
    }

    @GET
    @Path("/registrations")
    public JsonArray registrations(@Context SecurityContext security) {
        LoggedIn.admin(security);
        return Shape.array(lines.phones(), LineResource::json);
    }

    private static JsonObject json(LineService.TrunkView trunk) {
        return new Shape()
                .put("address", trunk.address())
                .put("state", trunk.state())
                .put("since", trunk.since())
                .put("registered", trunk.registered())
                .json();
    }

    private static JsonObject json(LineService.PhoneView phone) {
        return new Shape()
                .put("username", phone.username())
                .put("extension", phone.extension())
                .put("contact", phone.contact())
                .put("expiresAt", phone.expiresAt())
                .json();
    }
}
