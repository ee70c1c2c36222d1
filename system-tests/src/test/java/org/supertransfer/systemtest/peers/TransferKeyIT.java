package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** The transfer keys of phones that nobody here wrote: REFER by baresip and linphone, alone and with Replaces. */
@ExtendWith(ServerExtension.class)
@RequiresPeer({Peer.BARESIP, Peer.LINPHONE})
class TransferKeyIT {
    private static final String DOMAIN = "@supertransfer.local";

    private final Stage stage;

    TransferKeyIT(Stage stage) {
        this.stage = stage;
    }

    private Baresip customer(String number) {
        return Baresip.outside(number, Tone.HIGH, Workplace.proxy(stage));
    }

    private static String uri(Workplace<?> target) {
        return "sip:" + target.agent().extension() + DOMAIN;
    }

    /** The transfer of this agent's call as the history has it in the end. */
    private static JsonNode ended(Workplace<?> agent, String outcome) {
        return agent.portal()
                .live()
                .await(
                        "a transfer that ends " + outcome,
                        frame -> frame.path("type").asText().equals("transfer")
                                && frame.path("outcome").asText().equals(outcome));
    }

    @Test
    @Flow(value = "blind transfer by the phone's own key (REFER)", by = Peer.BARESIP)
    void blindKey_handsOverOnAnswer() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer("+358403100011")) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().transfers(uri(target));
            customer.talksWith(target.phone());
            agent.phone().loses();
            ended(agent, "COMPLETED");
            assertThat(agent.phone().trace()).contains("SIP/2.0 202 Accepted", "message/sipfrag", "SIP/2.0 200 OK");
        }
    }

    @Test
    @Flow(value = "blind transfer by the phone's own key (REFER), the target never answers", by = Peer.BARESIP)
    void blindKeyToASilentTarget_isToldTheFailure() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresipByHand(stage, Tone.MIDDLE);
                Baresip customer = customer("+358403100012")) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().transfers(uri(target));
            target.phone().rings();
            target.phone().loses();
            agent.phone().transferFails();
            ended(agent, "RETURNED");
            // baresip 1.0 hangs up when its transfer has failed, so there is no talk to hear.
            customer.loses();
        }
    }

    @Test
    @Flow(value = "attended transfer by the phone's own key (REFER with Replaces)", by = Peer.BARESIP)
    void attendedKey_joinsCustomerAndTarget() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer("+358403100013")) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String first =
                    agent.phone().control().event("CALL_ESTABLISHED").path("id").asText();
            agent.phone().holds();
            String second = agent.phone().consults(uri(target));
            agent.phone().talksWith(target.phone());
            agent.phone().chooses(first);
            agent.phone()
                    .transfers(
                            uri(target) + "?Replaces=" + replaces(agent.phone().trace(), second));
            customer.talksWith(target.phone());
            agent.phone().loses();
            ended(agent, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "blind transfer by the phone's own key (REFER)", by = Peer.LINPHONE)
    void blindKeyOfALinphone_handsOverOnAnswer() {
        try (Workplace<Linphone> agent = Workplace.linphone(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer("+358403100014")) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().transfers("1 " + uri(target));
            customer.talksWith(target.phone());
            agent.phone().loses();
            ended(agent, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "attended transfer by the phone's own key (REFER with Replaces)", by = Peer.LINPHONE)
    void attendedKeyOfALinphone_joinsCustomerAndTarget() {
        try (Workplace<Linphone> agent = Workplace.linphone(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer("+358403100015")) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().holds();
            agent.phone().calls(uri(target));
            agent.phone().talksWith(target.phone());
            agent.phone().transfers("1 --to-call 2");
            customer.talksWith(target.phone());
            ended(agent, "COMPLETED");
        }
    }

    /** The dialog of a call that the phone placed, as a Replaces header in a URI (RFC 3891 section 6.1), from its ACK. */
    private static String replaces(String trace, String call) {
        Matcher acknowledged = Pattern.compile(
                        "ACK sip:supertransfer@[^#]*?To: [^\\r\\n]*;tag=([^;\\s]+)[^#]*?From: [^\\r\\n]*;tag=([^;\\s]+)"
                                + "[^#]*?Call-ID: " + Pattern.quote(call))
                .matcher(trace);
        assertThat(acknowledged.find()).as("an ACK of %s in %s", call, trace).isTrue();
        return call + "%3Bto-tag%3D" + acknowledged.group(1) + "%3Bfrom-tag%3D" + acknowledged.group(2);
    }
}
