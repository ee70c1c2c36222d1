package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.supertransfer.admin.DirectoryAdminService;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The directory file. */
@Path("/admin/directory")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
    /** Bytes; some thousands of agents. */
    private static final int LARGEST_FILE = 8 * 1024 * 1024;

    @Inject
    DirectoryAdminService directory;

    @GET
    public Response export(@Context SecurityContext security) {
        LoggedIn.admin(security);
        return Response.ok(directory.export())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"directory.json\"")
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject replace(@Context SecurityContext security, InputStream body) throws IOException {
        String by = LoggedIn.admin(security);
        DirectoryAdminService.Imported imported = directory.replace(by, JsonBody.readText(body, LARGEST_FILE));
        return new Shape()
                .put("created", imported.created())
                .put("changed", imported.changed())
                .json();
    }
}
