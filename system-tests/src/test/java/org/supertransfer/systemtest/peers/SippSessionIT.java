package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.NO_BODY;
import static org.supertransfer.systemtest.SippWords.audio;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.Portal;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippPorts;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.Stage;

/** What happens in a session before and after its answer (RFC 4028, RFC 6086, early media), by SIPp at both ends. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippSessionIT {
    private static final String CUSTOMER = audio(41000);
    private static final String PHONE = audio(42000);
    private static final String TARGET = audio(43000);
    private static final String[] SESSION = {"Supported: timer", "Session-Expires: 1800;refresher=uac"};

    private final Stage stage;
    private final SippScene scene;

    SippSessionIT(Stage stage) {
        this.stage = stage;
        this.scene = new SippScene(stage);
    }

    private static SippScript customer(String name) {
        return SippScript.calling("customer-" + name, "+358401239107");
    }

    private static SippScript phone(String name) {
        return SippScript.called("phone-" + name).picksUp(PHONE);
    }

    @Test
    @Flow(
            value = "session timer: refreshed by the other side, with UPDATE and with re-INVITE (RFC 4028)",
            by = Peer.SIPP)
    void customerRefreshesTheSession_isAgreed() throws IOException, InterruptedException {
        SippScript customer = customer("refreshes")
                .dials(CUSTOMER, SESSION)
                .pauses(300)
                .asks("UPDATE", NO_BODY, SESSION)
                .waitsFor("200", "Session-Expires: 1800;refresher=uac")
                .asks("UPDATE", NO_BODY, "Supported: timer", "Session-Expires: 30")
                .waitsFor("422", "Min-SE: 90")
                .asks("INVITE", CUSTOMER, SESSION)
                .maySee("100")
                .waitsFor("200", "Session-Expires: 1800;refresher=uac")
                .confirms()
                .hangsUp();
        scene.plays(customer, phone("stays").untilHungUp(PHONE));
    }

    /** The other side's session ends half a minute early, after one minute of the least that anybody may ask for. */
    @Test
    @Flow(value = "session timer: not refreshed by the other side, both are hung up (RFC 4028)", by = Peer.SIPP)
    void customerDoesNotRefresh_bothAreHungUp() throws IOException, InterruptedException {
        SippScript customer = customer("forgets")
                .dials(CUSTOMER, "Supported: timer", "Session-Expires: 90;refresher=uac")
                .within(90)
                .untilHungUp(CUSTOMER);
        scene.plays(customer, phone("is-left").within(90).untilHungUp(PHONE));
    }

    @Test
    @Flow(value = "INFO passed on to the joined party, OPTIONS in a dialog (RFC 6086)", by = Peer.SIPP)
    void infoInADialog_isPassedOn() throws IOException, InterruptedException {
        SippScript customer = customer("informs")
                .dials(CUSTOMER)
                .pauses(300)
                .asks("INFO", NO_BODY, "Info-Package: nothing")
                .waitsFor("200")
                .asks("OPTIONS", NO_BODY)
                .waitsFor("200", "Allow: .*UPDATE")
                .hangsUp();
        SippScript phone = phone("is-informed").waitsFor("INFO").says("200 OK").untilHungUp(PHONE);
        scene.plays(customer, phone);
    }

    @Test
    @Flow(value = "several early dialogs, another one answers", by = Peer.SIPP)
    void severalEarlyDialogs_theAnsweringOneStays() throws IOException, InterruptedException {
        SippScript target = SippScript.called("target-forks")
                .saysAs("one", "180 Ringing", NO_BODY)
                .saysAs("two", "183 Session Progress", audio(43100))
                .saysAs("three", "180 Ringing", NO_BODY)
                .pauses(300)
                .answers(TARGET)
                .waitsFor("ACK")
                .untilHungUp(TARGET);
        SippScript customer = customer("is-transferred").dials(CUSTOMER).untilJoined(CUSTOMER);
        assertThat(scene.moves(customer, target).customer()).contains("m=audio 43000 ");
    }

    @Test
    @Flow(value = "early media of the target (183), heard by the transferor in a consultation", by = Peer.SIPP)
    void targetPlaysAnAnnouncement_transferorHearsIt() throws IOException, InterruptedException {
        SippScript target = SippScript.called("target-announces")
                .saysAs("early", "183 Session Progress", audio(43200))
                .pauses(1000)
                .answers(TARGET)
                .waitsFor("ACK")
                .untilHungUp(TARGET);
        SippScript customer = customer("waits").dials(CUSTOMER).untilJoined(CUSTOMER);
        try (Portal portal = Portal.open(stage.http(), SippPorts.AGENT);
                Sipp called = Sipp.answers(target, stage.sipp().target());
                Sipp phone = Sipp.answers(
                        phone("hears-early").untilHungUp(PHONE), stage.sipp().agent())) {
            portal.becomes("AVAILABLE");
            try (Sipp caller = scene.calls(customer, SippPorts.AGENT.inboundNumber())) {
                String call = portal.connected().path("id").asText();
                Map<String, String> number = Map.of("type", "NUMBER", "number", SippPorts.TARGET);
                String id = portal.transfers(call, "ATTENDED", true, number);
                portal.transfer(id, "CONSULTING");
                assertThat(phone.traffic()).contains("m=audio 43200 ");
                portal.moves(id, "complete");
                caller.succeeds();
                phone.succeeds();
                called.succeeds();
            }
        }
    }
}
