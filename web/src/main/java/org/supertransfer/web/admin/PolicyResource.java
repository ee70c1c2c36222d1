package org.supertransfer.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.supertransfer.admin.PolicyAdminService;
import org.supertransfer.audit.Kept;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** Where each role may transfer to. */
@Path("/admin/policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {
    private static final String KEY = "role";

    @Inject
    PolicyAdminService policies;

    @GET
    public JsonArray all(@Context SecurityContext security) {
        LoggedIn.admin(security);
        return Shape.array(policies.all(), Kept::json);
    }

    @PUT
    @Path("/{role}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@Context SecurityContext security, @PathParam(KEY) String key, InputStream body)
            throws IOException {
        String by = LoggedIn.admin(security);
        AdminBody form = AdminBody.of(body, KEY, key);
        return policies.change(by, form.key(), form.texts("classes"), form.version())
                .json();
    }
}
