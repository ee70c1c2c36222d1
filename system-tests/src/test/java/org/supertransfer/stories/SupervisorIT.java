package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Api;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Live;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Sanna looks on: what she sees of Alice's transfers, and how she takes a customer back. */
@ExtendWith(ServerExtension.class)
class SupervisorIT {
    private Stage stage;
    private Api sanna;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
        sanna = Api.loggedIn(stage.http(), Stage.SUPERVISOR);
    }

    @Test
    void retrievedWhileRinging_returnsToAlice_andCarolsPhoneStops() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            story.attended(carol.user());
            PhoneCall carols = carol.awaitCall(Story.SOON);
            long version = story.becomes("RINGING").path("version").asLong();
            assertThat(retrieve(story, version - 1).code()).isEqualTo("stale");
            assertThat(retrieve(story, version).status()).isEqualTo(202);
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "CANCELLED", "RECONNECTING", "RETURNED");
            story.ends("RETURNED", "supervisor-retrieved");
            story.talk(story.alices(), story.bobs());
            assertThat(carols.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(487);
            JsonNode fate = fate(story).path("transfers").path(0);
            assertThat(fate.path("retrievedBy").path("username").asText()).isEqualTo(Stage.SUPERVISOR);
        }
    }

    @Test
    void retrievedFromABlindTransfer_goesBackToTheQueue() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            story.blind(carol.user());
            PhoneCall carols = carol.awaitCall(Story.SOON);
            story.alicesCallIsEnded();
            assertThat(retrieve(
                                    story,
                                    story.becomes("UNATTENDED").path("version").asLong())
                            .status())
                    .isEqualTo(202);
            carols.await(ENDED, Story.SOON);
            story.ends("FELL_BACK", "supervisor-retrieved");
            story.talk(story.alicesNextCall(), story.bobs());
            story.toldNothingButTheStart();
        }
    }

    @Test
    void boardFrames_tellSupervisorsOfTheTransfer_andNobodyElse() {
        try (Live live = sanna.live();
                Story story = Story.begin(stage)) {
            live.snapshot();
            story.attended(story.carol(Behaviour.rings()).user());
            JsonNode frame = live.await("the transfer rings", each -> inFlight(each, story.id(), "RINGING"));
            assertThat(frame.path("version").asLong())
                    .isGreaterThan(frame.path("from").asLong());
            story.move("cancel");
            live.await("the transfer is over", each -> isBoard(each) && isLater(each, frame) && !inFlight(each, story));
            assertThat(story.alice().live().frames()).noneMatch(SupervisorIT::isBoard);
        }
    }

    @Test
    void fate_hasEveryLegWithItsTimesAndEnd_andWhatCarolWasShown() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.declinesAfter(Duration.ofMillis(300)));
            story.attended(carol.user());
            story.ends("RETURNED", "declined");
            JsonNode fate = fate(story);
            JsonNode carols = StreamSupport.stream(fate.path("legs").spliterator(), false)
                    .filter(leg -> leg.path("number").asText().equals(carol.user()))
                    .findFirst()
                    .orElseThrow();
            assertThat(carols.path("end").asText()).isEqualTo("DECLINED");
            assertThat(carols.path("sipStatus").asInt()).isEqualTo(603);
            assertThat(carols.path("shown").path("number").asText()).isNotEmpty();
            assertThat(story.alice().agent().inboundNumber())
                    .endsWith(carols.path("shown").path("number").asText().replaceFirst("^(\\+358|0)", ""));
            assertThat(fate.path("heldSeconds").asDouble()).isGreaterThanOrEqualTo(0.3);
            assertThat(fate.path("moves")).isNotEmpty();
            JsonNode found =
                    sanna.get("/api/board/calls?q=" + carol.user().substring(1)).body();
            assertThat(found.path(0).path("id").asText()).isEqualTo(story.callId());
        }
    }

    @Test
    void agents_areForbidden() {
        try (Story story = Story.begin(stage)) {
            story.attended(story.carol(Behaviour.rings()).user());
            Api alice = story.alice().api();
            String period = "from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
            for (String path : new String[] {
                "/api/board",
                "/api/board/calls",
                "/api/board/calls/" + story.callId(),
                "/api/reports/success?by=hour&" + period,
                "/api/reports/success?by=hour&format=csv&" + period
            }) {
                Answer answer = alice.get(path);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("forbidden");
            }
            long version = story.becomes("RINGING").path("version").asLong();
            String own = "/api/transfers/" + story.id() + "/retrieve";
            assertThat(alice.post(own, Map.of("version", version)).code()).isEqualTo("forbidden");
        }
    }

    private Answer retrieve(Story story, long version) {
        return sanna.post("/api/transfers/" + story.id() + "/retrieve", Map.of("version", version));
    }

    private JsonNode fate(Story story) {
        Answer answer = sanna.get("/api/board/calls/" + story.callId());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static boolean isBoard(JsonNode frame) {
        return frame.path("type").asText().equals("board");
    }

    private static boolean isLater(JsonNode frame, JsonNode than) {
        return frame.path("version").asLong() > than.path("version").asLong();
    }

    private static boolean inFlight(JsonNode frame, Story story) {
        return frame.path("transfers").toString().contains(story.id());
    }

    private static boolean inFlight(JsonNode frame, String id, String state) {
        return isBoard(frame)
                && StreamSupport.stream(frame.path("transfers").spliterator(), false)
                        .anyMatch(each -> each.path("id").asText().equals(id)
                                && each.path("state").asText().equals(state));
    }
}
