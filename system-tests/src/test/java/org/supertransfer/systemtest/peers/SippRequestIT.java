package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.SippWords.NO_BODY;
import static org.supertransfer.systemtest.SippWords.audio;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.SippPorts;
import org.supertransfer.systemtest.SippScript;
import org.supertransfer.systemtest.Stage;

/** Requests that end, repeat or ask beside a call (RFC 3261, RFC 6026). */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.SIPP)
class SippRequestIT {
    private static final String NUMBER = "+358401239103";
    private static final String CUSTOMER = audio(41000);
    private static final String PHONE = audio(42000);
    private static final String TARGET = audio(43000);

    private final Stage stage;
    private final SippScene scene;

    SippRequestIT(Stage stage) {
        this.stage = stage;
        this.scene = new SippScene(stage);
    }

    private static SippScript customer(String name) {
        return SippScript.calling("customer-" + name, NUMBER);
    }

    private static SippScript phone(String name, String... patterns) {
        return SippScript.called("phone-" + name, patterns);
    }

    /** A phone that is given the time for something to happen. */
    private static SippScript slowPhone(String name) {
        return phone(name).says("180 Ringing").pauses(800).answers(PHONE).waitsFor("ACK");
    }

    private String asks(SippScript customer) throws IOException, InterruptedException {
        try (Sipp caller = scene.calls(customer, SippPorts.AGENT.inboundNumber())) {
            caller.succeeds();
            return caller.traffic();
        }
    }

    private static int count(String traffic, String start) {
        return traffic.split("\n" + start, -1).length - 1;
    }

    @Test
    @Flow(value = "OPTIONS: answered with what we can do", by = Peer.SIPP)
    void options_saysWhatWeCan() throws IOException, InterruptedException {
        asks(customer("asks")
                .asks("OPTIONS", NO_BODY, "Accept: application/sdp")
                .waitsFor("200", "Allow: .*UPDATE", "Supported: .*replaces", "Accept: application/sdp"));
    }

    @Test
    @Flow(value = "methods that we do not do (405), that nobody knows (501)", by = Peer.SIPP)
    void otherMethods_areRefusedWithAllow() throws IOException, InterruptedException {
        asks(customer("tries-methods")
                .asks("MESSAGE", NO_BODY)
                .waitsFor("405", "Allow: .*INVITE")
                .asks("SUBSCRIBE", NO_BODY, "Event: presence")
                .waitsFor("405", "Allow: .*INVITE")
                .asks("PUBLISH", NO_BODY, "Event: presence")
                .waitsFor("405", "Allow: .*INVITE")
                .asks("FROBNICATE", NO_BODY)
                .waitsFor("501", "Allow: .*INVITE"));
    }

    @Test
    @Flow(value = "Max-Forwards used up (483)", by = Peer.SIPP)
    void noForwardsLeft_isRefused() throws IOException, InterruptedException {
        asks(customer("came-far")
                .withForwards(0)
                .calls(CUSTOMER)
                .maySee("100")
                .waitsFor("483")
                .confirmsRefusal());
    }

    @Test
    @Flow(value = "a request in a dialog that is over (481)", by = Peer.SIPP)
    void requestsAfterTheEnd_get481() throws IOException, InterruptedException {
        SippScript customer = customer("comes-late")
                .dials(CUSTOMER)
                .pauses(300)
                .hangsUp()
                .pauses(500)
                .asks("INFO", NO_BODY)
                .waitsFor("481")
                .asks("INVITE", CUSTOMER)
                .maySee("100")
                .waitsFor("481")
                .confirmsRefusal();
        scene.plays(customer, phone("stays").picksUp(PHONE).untilHungUp(PHONE));
    }

    @Test
    @Flow(value = "CANCEL by the customer while the agent's phone rings, and ours to the phone", by = Peer.SIPP)
    void customerCancels_phoneStopsRinging() throws IOException, InterruptedException {
        SippScript customer = customer("gives-up")
                .calls(CUSTOMER)
                .maySee("100")
                .waitsFor("180")
                .cancels()
                .waitsFor("200", "CSeq: 1 CANCEL")
                .waitsFor("487", "CSeq: 1 INVITE")
                .confirmsRefusal();
        SippScript phone = phone("stops-ringing")
                .says("180 Ringing")
                .waitsFor("CANCEL")
                .says("200 OK")
                .answersKept("487 Request Terminated", NO_BODY)
                .waitsFor("ACK");
        scene.plays(customer, phone);
    }

    @Test
    @Flow(value = "CANCEL to a target that does not answer, whose 200 crosses it: ACK and BYE", by = Peer.SIPP)
    void answerCrossesOurCancel_isHungUp() throws IOException, InterruptedException {
        SippScript target = SippScript.called("target-answers-late")
                .says("180 Ringing")
                .waitsFor("CANCEL")
                .says("200 OK")
                .answersKept("200 OK", TARGET)
                .waitsFor("ACK")
                .waitsFor("BYE")
                .says("200 OK");
        try (Desk desk = stage.desk();
                Sipp called = Sipp.answers(target, stage.sipp().target())) {
            Desk.Conversation conversation = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(conversation, "ATTENDED", SippPorts.TARGET);
            called.succeeds();
            desk.transfer(id, "RETURNED");
            conversation.call().hangUp();
        }
    }

    @Test
    @Flow(value = "an INVITE sent again, before and after its answer, is no second call (RFC 6026)", by = Peer.SIPP)
    void repeatedInvite_isOneCall() throws IOException, InterruptedException {
        SippScript customer = customer("repeats-itself")
                .onBranch("one")
                .calls(CUSTOMER)
                .maySee("100")
                .waitsFor("180")
                .again()
                .maySee("180")
                .reaches("200")
                .onBranch("two")
                .confirms()
                .pauses(300)
                .onBranch("one")
                .again()
                .pauses(700)
                .onBranch("three")
                .hangsUp();
        SippScene.Traffic traffic =
                scene.plays(customer, slowPhone("rings-once").untilHungUp(PHONE));
        assertThat(count(traffic.customer(), "INVITE sip:")).isGreaterThanOrEqualTo(3);
        assertThat(count(traffic.phone(), "INVITE sip:")).isOne();
    }

    @Test
    @Flow(value = "the same INVITE by another way (merged request): 482, the first one stays", by = Peer.SIPP)
    void mergedInvite_isRefused() throws IOException, InterruptedException {
        SippScript customer = customer("comes-twice")
                .onBranch("one")
                .calls(CUSTOMER)
                .maySee("100")
                .waitsFor("180")
                .onBranch("two")
                .again()
                .waitsFor("482")
                .confirmsRefusal()
                .reaches("200")
                .onBranch("three")
                .confirms()
                .pauses(300)
                .onBranch("four")
                .hangsUp();
        scene.plays(customer, slowPhone("rings-once").untilHungUp(PHONE));
    }
}
