package org.supertransfer.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The documents of the outside contract, from docs/. They are YAML whatever is accepted (RFC 9110 section 12.5.1). */
@Path("/")
@RequestScoped
public class DocumentResource {
    /** RFC 9512. */
    private static final String YAML = "application/yaml";

    @GET
    @Path("/openapi")
    public Response openapi() {
        return document("openapi.yaml");
    }

    @GET
    @Path("/asyncapi")
    public Response asyncapi() {
        return document("asyncapi.yaml");
    }

    private static Response document(String name) {
        InputStream document = DocumentResource.class.getResourceAsStream("/api/" + name);
        if (document == null) {
            throw new NotFoundException();
        }
        return Response.ok(document, YAML).build();
    }
}
