package org.supertransfer.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.supertransfer.call.CallService;
import org.supertransfer.web.json.JsonBody;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** The agent's own calls. */
@Path("/calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallResource {
    @Inject
    CallService calls;

    @GET
    public JsonArray live(@Context SecurityContext security) {
        return Shape.array(calls.liveCalls(LoggedIn.username(security)), CallJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(@Context SecurityContext security, InputStream body) throws IOException {
        String to = JsonBody.read(body).text("to");
        return Response.accepted(CallJson.of(calls.place(LoggedIn.username(security), to)))
                .build();
    }

    @POST
    @Path("/{id}/hangup")
    public void hangUp(@Context SecurityContext security, @PathParam("id") String id) {
        calls.hangUp(LoggedIn.username(security), id);
    }

    @POST
    @Path("/{id}/hold")
    public void hold(@Context SecurityContext security, @PathParam("id") String id) {
        calls.hold(LoggedIn.username(security), id);
    }

    @POST
    @Path("/{id}/resume")
    public void resume(@Context SecurityContext security, @PathParam("id") String id) {
        calls.resume(LoggedIn.username(security), id);
    }
}
