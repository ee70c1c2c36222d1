package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** The same command twice does one thing; a second transfer of the same call does none. */
@ExtendWith(ServerExtension.class)
class DoubleClickIT {
    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void samePutTwice_oneTransferOneInvite() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            story.attended(carol.user());
            carol.awaitCall(Story.SOON);
            Answer again = put(story, story.id(), "ATTENDED", carol);
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.body().path("id").asText()).isEqualTo(story.id());
            story.ends("RETURNED", "no-answer");
            assertThat(carol.calls()).hasSize(1);
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_NO_ANSWER", "RECONNECTING", "RETURNED");
        }
    }

    @Test
    void sameBlindPutWhenTheCallIsNoLongerHers_sameTransfer() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(50)));
            story.blind(carol.user());
            story.ends("COMPLETED", "");
            Answer again = put(story, story.id(), "BLIND", carol);
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.body().path("state").asText()).isEqualTo("COMPLETED");
            assertThat(carol.calls()).hasSize(1);
        }
    }

    @Test
    void sameIdForSomethingElse_isRefused() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            story.attended(carol.user());
            Answer other = put(story, story.id(), "BLIND", carol);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("id-used");
        }
    }

    @Test
    void secondTransferOfTheCall_isRefusedAndTheFirstGoesOn() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            Phone other = story.carol(Behaviour.rings());
            story.attended(carol.user());
            Answer second = put(story, UUID.randomUUID().toString(), "ATTENDED", other);
            assertThat(second.status()).as("%s", second).isEqualTo(409);
            carol.awaitCall(Story.SOON).answer();
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carol.awaitCall(PhoneCall::connected, Story.SOON));
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void completeTwice_completesOnce() {
        try (Story story = consulting()) {
            long seen = story.becomes("CONSULTING").path("version").asLong();
            assertThat(complete(story, seen).status()).isEqualTo(202);
            Answer again = complete(story, seen);
            assertThat(again.status()).as("%s", again).isEqualTo(409);
            assertThat(again.code()).isEqualTo("stale");
            story.ends("COMPLETED", "");
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
        }
    }

    @Test
    void completeOfWhatIsCompleted_isIgnored() {
        try (Story story = consulting()) {
            story.move("complete");
            story.ends("COMPLETED", "");
            JsonNode before = story.alice().transfer(story.id());
            Answer again = story.alice().moves(story.id(), "complete");
            assertThat(again.status()).as("%s", again).isEqualTo(202);
            assertThat(again.body().path("version")).isEqualTo(before.path("version"));
            assertThat(story.alice().transfer(story.id())).isEqualTo(before);
        }
    }

    private Story consulting() {
        Story story = Story.begin(stage);
        Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(50)));
        story.consult(carol.user());
        story.becomes("CONSULTING");
        story.talk(story.alices(), carol.awaitCall(PhoneCall::connected, Story.SOON));
        return story;
    }

    private static Answer complete(Story story, long version) {
        return story.alice().api().post("/api/transfers/" + story.id() + "/complete", Map.of("version", version));
    }

    private static Answer put(Story story, String id, String method, Phone to) {
        return story.alice()
                .api()
                .put(
                        "/api/transfers/" + id,
                        Map.of(
                                "callId",
                                story.callId(),
                                "method",
                                method,
                                "consult",
                                false,
                                "target",
                                Map.of("type", "NUMBER", "number", to.user())));
    }
}
