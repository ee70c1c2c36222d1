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
import org.supertransfer.admin.AgentAdminService;
import org.supertransfer.admin.AgentForm;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.audit.Kept;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The agents. */
@Path("/admin/agents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgentAdminResource {
    private static final String KEY = "username";

    @Inject
    AgentAdminService agents;

    @GET
    public JsonArray all(@Context SecurityContext security) {
        LoggedIn.admin(security);
        return Shape.array(agents.all(), Kept::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context SecurityContext security, InputStream body) throws IOException {
        String by = LoggedIn.admin(security);
        JsonObject created = agents.create(by, form(AdminBody.of(body, KEY))).json();
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("/{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@Context SecurityContext security, @PathParam(KEY) String key, InputStream body)
            throws IOException {
        String by = LoggedIn.admin(security);
        return agents.change(by, form(AdminBody.of(body, KEY, key))).json();
    }

    @DELETE
    @Path("/{username}")
    public void delete(@Context SecurityContext security, @PathParam(KEY) String key) {
        agents.delete(LoggedIn.admin(security), key);
    }

    private static AgentForm form(AdminBody body) {
        AgentCard card = new AgentCard(
                body.key(),
                body.text("name"),
                body.text("extension"),
                body.textOrNull("contact"),
                body.texts("roles"),
                body.text("language"),
                body.textOrNull("team"),
                false,
                body.version());
        return new AgentForm(card, body.secret("password"), body.secret("sipPassword"));
    }
}
