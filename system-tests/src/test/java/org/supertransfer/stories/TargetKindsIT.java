package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** Transfers to what is picked from a list: an agent, a user, an inbound number. */
@ExtendWith(ServerExtension.class)
class TargetKindsIT {
    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void attendedToAgent_whoThenTransfersOn() {
        try (Story story = Story.begin(stage);
                Desk carol = stage.desk()) {
            attended(story, agent(story, carol.agent()));
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
            story.ends("COMPLETED", "");
            PhoneCall carols = carol.phone().awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), carols);
            story.alicesCallIsEnded();
            assertThat(carol.connected().path("id").asText()).isEqualTo(story.callId());
            assertThat(carols.invite().orElseThrow().header("Referred-By")).isPresent();

            String second =
                    carol.transfers(story.callId(), "BLIND", false, Map.of("type", "NUMBER", "number", "0401000001"));
            carol.transfer(second, "COMPLETED");
            carols.await(ENDED, Story.SOON);
            story.talk(story.bobs(), stage.trunk().awaitCall("0401000001", Story.SOON));
        }
    }

    @Test
    void attendedToAgentWhoDeclines_returns() {
        try (Story story = Story.begin(stage);
                Desk carol = stage.desk()) {
            carol.phone().behaves(Behaviour.refuses(603));
            attended(story, agent(story, carol.agent()));
            story.told("TRANSFER_STARTED", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            story.ends("RETURNED", "declined");
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void blindToAgentWithoutPhone_isRefused() {
        try (Story story = Story.begin(stage)) {
            Answer answer = story.alice()
                    .api()
                    .put(
                            "/api/transfers/" + UUID.randomUUID(),
                            Map.of(
                                    "callId",
                                    story.callId(),
                                    "method",
                                    "BLIND",
                                    "target",
                                    agent(story, stage.nextAgent())));
            assertThat(answer.status()).as("%s", answer).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("target-offline");
            assertThat(story.bobs().talksWith(story.alices())).isTrue();
        }
    }

    @Test
    void attendedToUser_showsTheCustomer() {
        try (Story story = Story.begin(stage)) {
            attended(story, picked(story, "USER", "1301"));
            story.ends("COMPLETED", "");
            PhoneCall users = stage.user("1301").awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), users);
            assertThat(users.invite().orElseThrow().header("From").orElseThrow())
                    .contains(story.bob().user().substring(4));
        }
    }

    @Test
    void attendedToInboundNumber_itsAgentAnswers() {
        try (Story story = Story.begin(stage);
                Desk carol = stage.desk()) {
            attended(story, picked(story, "INBOUND", carol.agent().inboundNumber()));
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carol.phone().awaitCall(PhoneCall::connected, Story.SOON));
        }
    }

    @Test
    void blindToInboundNumber_itsAgentAnswers() {
        try (Story story = Story.begin(stage);
                Desk carol = stage.desk()) {
            blind(story, picked(story, "INBOUND", carol.agent().inboundNumber()));
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carol.phone().awaitCall(PhoneCall::connected, Story.SOON));
            story.toldNothingButTheStart();
        }
    }

    @Test
    void attendedToInboundNumberWithoutAgents_returns() {
        try (Story story = Story.begin(stage)) {
            attended(story, picked(story, "INBOUND", stage.nextAgent().inboundNumber()));
            story.ends("RETURNED", "no-agents");
            assertThat(story.alice().live().codes(story.id())).endsWith("TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void pullBackOfABlindTransfer_ringsHerAgain() {
        try (Story story = Story.begin(stage)) {
            story.blind(story.carol(Behaviour.rings()).user());
            story.alicesCallIsEnded();
            Answer pulled = story.alice().moves(story.id(), "cancel");
            assertThat(pulled.status()).as("%s", pulled).isEqualTo(202);
            story.ends("RETURNED", "pulled-back");
            story.talk(story.alicesNextCall(), story.bobs());
        }
    }

    @Test
    void targetPhoneOfAgentRings_customerHangsUp_agentIsFreeAgain() {
        try (Story story = Story.begin(stage);
                Desk carol = stage.desk()) {
            carol.phone().behaves(Behaviour.rings());
            attended(story, agent(story, carol.agent()));
            PhoneCall carols = carol.phone().awaitCall(call -> call.state() == RINGING, Story.SOON);
            story.bobs().hangUp();
            story.ends("ABANDONED", "transferee-hung-up");
            carols.await(ENDED, Story.SOON);
            Until.isTrue(
                    "both agents are free",
                    () -> free(story, carol.agent())
                            && free(story, story.alice().agent()));
        }
    }

    private static boolean free(Story story, Agent agent) {
        JsonNode me = story.alice()
                .api()
                .get("/api/targets?type=AGENT&q=" + agent.extension())
                .body();
        for (JsonNode target : me) {
            if (target.path("number").asText().equals(agent.extension())) {
                return target.path("availability").asText().equals("AVAILABLE");
            }
        }
        // an agent does not see herself in the list
        return story.alice().agent().equals(agent)
                && story.alice()
                        .api()
                        .get("/api/me")
                        .body()
                        .path("state")
                        .asText()
                        .equals("AVAILABLE");
    }

    private static Map<String, String> agent(Story story, Agent agent) {
        return picked(story, "AGENT", agent.extension());
    }

    /** As the page does it: looks the target up in its list, and takes its id. */
    private static Map<String, String> picked(Story story, String type, String number) {
        JsonNode found = story.alice()
                .api()
                .get("/api/targets?type=" + type + "&q=" + number)
                .body();
        for (JsonNode target : found) {
            if (target.path("number").asText().endsWith(number.substring(1))) {
                return Map.of("type", type, "id", target.path("id").asText());
            }
        }
        throw new AssertionError("no " + type + " " + number + " in " + found);
    }

    private static void attended(Story story, Map<String, String> target) {
        story.to("ATTENDED", target);
    }

    private static void blind(Story story, Map<String, String> target) {
        story.to("BLIND", target);
    }
}
