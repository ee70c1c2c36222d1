package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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
import org.supertransfer.admin.TeamAdminService;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.Kept;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The teams. */
@Path("/admin/teams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TeamAdminResource {
    private static final String KEY = "name";

    @Inject
    TeamAdminService teams;

    @GET
    public JsonArray all(@Context SecurityContext security) {
        LoggedIn.admin(security);
        return Shape.array(teams.all(), Kept::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context SecurityContext security, InputStream body) throws IOException {
        String by = LoggedIn.admin(security);
        JsonObject created = teams.create(by, card(AdminBody.of(body, KEY))).json();
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("/{name: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@Context SecurityContext security, @PathParam(KEY) String key, InputStream body)
            throws IOException {
        String by = LoggedIn.admin(security);
        return teams.change(by, card(AdminBody.of(body, KEY, key))).json();
    }

    @DELETE
    @Path("/{name: .+}")
    public void delete(@Context SecurityContext security, @PathParam(KEY) String key) {
        teams.delete(LoggedIn.admin(security), key);
    }

    private static TeamCard card(AdminBody body) {
        return new TeamCard(body.key(), body.texts("members"), body.version());
    }
}
