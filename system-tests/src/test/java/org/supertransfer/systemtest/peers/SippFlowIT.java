package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.Portal;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippPorts;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** Flows that few phones bring, played by SIPp as the customer or as the target; each scenario checks every message. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippFlowIT {
    private final Stage stage;

    SippFlowIT(Stage stage) {
        this.stage = stage;
    }

    /** A customer calls an agent and plays the scenario to its end; what went over the wire. */
    private String customer(String scenario) throws IOException, InterruptedException {
        try (Desk desk = stage.desk();
                Sipp customer = Sipp.calls(
                        scenario, desk.agent().inboundNumber(), stage.server().sipPort())) {
            customer.succeeds();
            return customer.traffic();
        }
    }

    /** An agent transfers a call to a target that plays the scenario to its end; what went over the target's wire. */
    private String target(String scenario) throws IOException, InterruptedException {
        try (Desk desk = stage.desk();
                Sipp target = Sipp.answers(scenario, stage.sipp().target())) {
            Conversation conversation = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(conversation, "ATTENDED", SippPorts.TARGET);
            desk.transfer(id, "COMPLETED");
            conversation.call().hangUp();
            target.succeeds();
            return target.traffic();
        }
    }

    @Test
    @Flow(value = "100rel required by the customer (RFC 3262)", by = Peer.SIPP)
    void customerRequires100rel_confirmsTheRinging() throws IOException, InterruptedException {
        assertThat(customer("customer-reliable")).contains("RAck: ");
    }

    @Test
    @Flow(value = "100rel required by the target (RFC 3262)", by = Peer.SIPP)
    void targetRequires100rel_isConfirmed() throws IOException, InterruptedException {
        assertThat(target("target-reliable")).contains("RAck: 7 ");
    }

    @Test
    @Flow(value = "session timer: too short an interval gets 422, a longer one is agreed (RFC 4028)", by = Peer.SIPP)
    void customerAsksForAShortSession_isToldTheLeast() throws IOException, InterruptedException {
        assertThat(customer("customer-short-session")).contains("SIP/2.0 422 ");
    }

    @Test
    @Flow(value = "session timer: the target's 422 is obeyed (RFC 4028)", by = Peer.SIPP)
    void targetWantsALongSession_isGivenIt() throws IOException, InterruptedException {
        assertThat(target("target-long-session")).contains("Min-SE: 3600");
    }

    @Test
    @Flow(value = "delayed offer: the customer's INVITE has none", by = Peer.SIPP)
    void customerOffersNothing_isOffered() throws IOException, InterruptedException {
        assertThat(customer("customer-delayed-offer")).contains("m=audio");
    }

    @Test
    @Flow(value = "unknown extension required (420), unknown method (405)", by = Peer.SIPP)
    void customerRequiresTheUnknown_isRefusedPolitely() throws IOException, InterruptedException {
        assertThat(customer("customer-unknown-extension")).contains("Unsupported: time-travel");
    }

    @Test
    @Flow(value = "181, 182, 183 and 180 before the answer", by = Peer.SIPP)
    void targetSaysEveryProvisional_isJoined() throws IOException, InterruptedException {
        assertThat(target("target-words")).contains("SIP/2.0 181 ");
    }

    @Test
    @Flow(value = "forked target: a late second 200 gets ACK and BYE", by = Peer.SIPP)
    void secondBranchAnswersToo_isHungUp() throws IOException, InterruptedException {
        assertThat(target("target-forked")).contains("BYE ");
    }

    @Test
    @Flow(value = "target has moved (302): followed where policy allows it", by = Peer.SIPP)
    void targetHasMoved_isFollowed() throws IOException, InterruptedException {
        assertThat(target("target-moved")).contains("SIP/2.0 302 ");
    }

    @Test
    @Flow(value = "blind transfer by the phone's own key (REFER)", by = Peer.SIPP)
    void agentsPhoneRefers_isToldTheProgress() throws IOException, InterruptedException {
        try (Portal portal = Portal.open(stage.http(), SippPorts.AGENT);
                Sipp agent = Sipp.answers("agent-refers", stage.sipp().agent())) {
            portal.becomes("AVAILABLE");
            PhoneCall customer = stage.customer()
                    .call("sip:" + SippPorts.AGENT.inboundNumber() + "@127.0.0.1:"
                            + stage.server().sipPort() + ";transport=udp");
            agent.succeeds();
            assertThat(agent.traffic()).contains("SIP/2.0 100 Trying", "Subscription-State: terminated");
            Until.isTrue("user and customer talk", () -> stage.user("1301").talksWith(customer.phone()));
            customer.hangUp();
        }
    }
}
