package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.Stage;

/** Kamailio as the trunk that numbers outside are called through, and TLS to it and to phones. */
@ExtendWith(TrunkStage.Extension.class)
@RequiresPeer({Peer.KAMAILIO, Peer.KAMAILIO_TLS, Peer.BARESIP})
class KamailioTrunkIT {
    private static final String CUSTOMER = "+358403100021";
    private static final String OUTSIDE = "+358402007002";

    private final TrunkStage trunks;
    private final Stage stage;

    KamailioTrunkIT(TrunkStage trunks) {
        this.trunks = trunks;
        this.stage = trunks.stage();
    }

    private Workplace<Baresip> secured(Tone tone) {
        Agent agent = stage.nextAgent();
        String proxy = "sip:127.0.0.1:" + trunks.tlsPort() + ";transport=tls";
        return Workplace.open(stage, agent, Baresip.registered(agent, tone, "auto", proxy));
    }

    private static String transfers(Workplace<Baresip> agent, boolean consult) {
        String call = agent.portal().connected().path("id").asText();
        return agent.portal().transfers(call, "ATTENDED", consult, Map.of("type", "NUMBER", "number", OUTSIDE));
    }

    @Test
    @Flow(
            value = "a number outside through a proxy (Record-Route): attended transfer, hang-up by either side",
            by = Peer.KAMAILIO)
    void transferOutside_goesThroughTheProxy() {
        int server = stage.server().sipPort();
        try (Kamailio proxy = Kamailio.between(trunks.trunks().get(0), server);
                Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Baresip target = Baresip.trusted(OUTSIDE, Tone.MIDDLE, proxy.uri());
                Baresip customer = Baresip.outside(CUSTOMER, Tone.HIGH, Workplace.proxy(stage))) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String first = transfers(agent, false);
            customer.talksWith(target);
            agent.portal().transfer(first, "COMPLETED");
            target.hangsUp();
            customer.loses();
            customer.calls(agent.uri());
            String second = transfers(agent, false);
            agent.portal().transfer(second, "COMPLETED");
            customer.hangsUp();
            target.loses();
            target.loses();
            assertThat(proxy.log()).contains("PASSES INVITE from udp", "PASSES ACK from udp");
            assertThat(proxy.log().split("PASSES BYE from udp", -1)).hasSize(3);
        }
    }

    @Test
    @Flow(value = "a proxy challenges INVITE and re-INVITE (407)", by = Peer.KAMAILIO)
    void challengedByTheProxy_consultationIsCompleted() {
        int server = stage.server().sipPort();
        try (Kamailio proxy =
                        Kamailio.challenging(trunks.trunks().get(0), server, TrunkStage.USER, TrunkStage.PASSWORD);
                Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Baresip target = Baresip.trusted(OUTSIDE, Tone.MIDDLE, proxy.uri());
                Baresip customer = Baresip.outside(CUSTOMER, Tone.HIGH, Workplace.proxy(stage))) {
            customer.calls(agent.uri());
            // baresip names a recording by the second: held in the same one, it would begin no other.
            customer.talksWith(agent.phone());
            String id = transfers(agent, true);
            agent.phone().talksWith(target);
            agent.portal().moves(id, "complete");
            customer.talksWith(target);
            customer.hangsUp();
            target.loses();
            assertThat(proxy.log())
                    .contains("PROVEN INVITE with totag <null>")
                    .containsPattern("PROVEN INVITE with totag [^<]");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, TLSv1.2", "TLSv1.2+, TLSv1.3"})
    @Flow(value = "TLS 1.2 and 1.3 between a proxy and us: call, attended transfer, hang-up", by = Peer.KAMAILIO)
    void trunkByTls_isTransferred(String offered, String spoken) {
        try (Kamailio proxy = Kamailio.secured(FreePorts.sip(), trunks.tlsPort(), trunks.certificate(), offered);
                Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = Baresip.outside(CUSTOMER, Tone.HIGH, proxy.uri())) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String id = agent.transfers("ATTENDED", false, target);
            customer.talksWith(target.phone());
            agent.portal().transfer(id, "COMPLETED");
            target.phone().hangsUp();
            customer.loses();
            assertThat(proxy.log())
                    .contains(
                            "PASSES INVITE from udp",
                            "PASSES INVITE from tls",
                            "PASSES BYE from tls",
                            "SPEAKS " + spoken);
        }
    }

    @Test
    @Flow(value = "TLS: register, call, blind transfer", by = Peer.BARESIP)
    void phonesByTls_areCalledOnTheirConnections() {
        try (Workplace<Baresip> agent = secured(Tone.LOW);
                Workplace<Baresip> target = secured(Tone.MIDDLE);
                Baresip customer = Baresip.outside(CUSTOMER, Tone.HIGH, Workplace.proxy(stage))) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String id = agent.transfers("BLIND", false, target);
            customer.talksWith(target.phone());
            agent.phone().loses();
            agent.portal().transfer(id, "COMPLETED");
            target.phone().hangsUp();
            customer.loses();
        }
    }
}
