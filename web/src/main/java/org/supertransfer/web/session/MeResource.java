package org.supertransfer.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Availability;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.json.Shape;

/** The agent's own settings. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private static final List<Availability> CHOICES = List.of(Availability.AVAILABLE, Availability.AWAY);

    @Inject
    AgentService agents;

    @Inject
    Provider provider;

    @Inject
    SessionLife life;

    @GET
    public JsonObject me(@Context SecurityContext security, @Context HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return new Shape()
                .putAll(MeJson.of(agents.me(LoggedIn.username(security))))
                .put("login", provider.way())
                .put(
                        "sessionEndsAt",
                        session == null ? null : life.endOf(session).orElse(null))
                .json();
    }

    @PUT
    @Path("/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject state(@Context SecurityContext security, InputStream body) throws IOException {
        Availability wanted = JsonBody.read(body).choice("state", CHOICES);
        return MeJson.of(agents.setState(LoggedIn.username(security), wanted));
    }

    @PUT
    @Path("/language")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject language(@Context SecurityContext security, InputStream body) throws IOException {
        String language = JsonBody.read(body).text("language");
        return MeJson.of(agents.setLanguage(LoggedIn.username(security), language));
    }
}
