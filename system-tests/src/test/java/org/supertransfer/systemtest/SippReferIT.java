package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The transfer key of a phone that SIPp plays. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippReferIT {
    private static final Agent AGENT = SippPorts.AGENT;

    @Test
    void refer_joinsCustomerAndTarget_andThePhoneIsTold(Stage stage) throws IOException, InterruptedException {
        Api api = available(stage);
        Sipp.Keys number = Sipp.keys(Map.of("refer_to", SippPorts.TARGET));
        try (Sipp target = Sipp.answers("target", stage.sipp().target());
                Sipp phone = Sipp.answers("phone-refers", stage.sipp().agent(), number);
                Sipp customer = customer(stage)) {
            phone.succeeds();
            target.succeeds();
            customer.succeeds();
            assertThat(phone.traffic())
                    .contains("SIP/2.0 100 Trying", "SIP/2.0 200 OK", "terminated;reason=noresource");
            assertThat(customer.traffic()).contains("m=audio 43000 ");
            assertThat(target.traffic()).contains("m=audio 41000 ", "Referred-By:");
            assertThat(api.get("/api/transfers").body().toString()).contains("COMPLETED");
        }
    }

    private static Sipp customer(Stage stage) {
        return Sipp.calls("customer", AGENT.inboundNumber(), stage.server().sipPort());
    }

    private static Api available(Stage stage) {
        Api api = Api.loggedIn(stage.http(), AGENT.username());
        api.put("/api/me/state", Map.of("state", "AVAILABLE"));
        return api;
    }
}
