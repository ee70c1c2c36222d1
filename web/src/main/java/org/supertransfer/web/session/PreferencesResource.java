package org.supertransfer.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.supertransfer.agent.PreferencesService;
import org.supertransfer.web.json.JsonBody;

/** What the caller chose in the page: a JSON object that the server keeps and does not read. */
@Path("/me/preferences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreferencesResource {
    @Inject
    PreferencesService preferences;

    @GET
    public String chosen(@Context SecurityContext security) {
        return preferences.of(LoggedIn.username(security));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String choose(@Context SecurityContext security, InputStream body) throws IOException {
        String document = JsonBody.read(body).whole().toString();
        preferences.keep(LoggedIn.username(security), document);
        return document;
    }
}
