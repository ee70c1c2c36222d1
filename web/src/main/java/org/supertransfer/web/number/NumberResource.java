package org.supertransfer.web.number;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.LoggedIn;

/** What a typed number is, before it is used. */
@Path("/numbers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NumberResource {
    private static final int LONGEST = 128;

    @Inject
    NumberService numbers;

    /** @param number anything that was pasted, so it may hold slashes */
    @GET
    @Path("/{number: .+}")
    public JsonObject look(@Context SecurityContext security, @PathParam("number") String number) {
        if (number.length() > LONGEST) {
            throw new Refused(Refusal.MALFORMED, "A number is at most " + LONGEST + " characters long.");
        }
        return json(numbers.look(LoggedIn.caller(security), number));
    }

    private static JsonObject json(NumberView number) {
        return new Shape()
                .put("e164", number.e164())
                .put("display", number.display())
                .put("class", number.numberClass())
                .put("chargedSeparately", number.chargedSeparately())
                .put("pricePerMinute", number.pricePerMinute())
                .put("pricePerCall", number.pricePerCall())
                .put("allowed", number.allowed())
                .put("reason", number.reason())
                .put("whomToAsk", number.whomToAsk())
                .json();
    }
}
