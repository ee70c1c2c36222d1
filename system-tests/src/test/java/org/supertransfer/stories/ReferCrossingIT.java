package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Changes;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** The transfer key meets something else on its way: another REFER, a BYE, a dialog that is not answered yet. */
@ExtendWith(ServerExtension.class)
class ReferCrossingIT {
    private static final Duration SHORTLY = Duration.ofMillis(300);

    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void keyPressedTwiceAtOnce_theSecondIsToldToWait_andItsTargetIsNotCalled() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            Phone dave = stage.target(Behaviour.answersAfter(Duration.ZERO));
            CompletableFuture<Integer> first = pressed(story, carol);
            CompletableFuture<Integer> second = pressed(story, dave);
            assertThat(second).succeedsWithin(Story.SOON).isEqualTo(491);
            assertThat(first).succeedsWithin(Story.SOON).isEqualTo(202);
            story.talk(story.bobs(), carol.awaitCall(PhoneCall::connected, Story.SOON));
            told(story, 100, 180, 200);
            assertThat(dave.calls()).isEmpty();
        }
    }

    @Test
    void keyAndHangUpAtOnce_theCustomerIsTransferredAllTheSame() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            CompletableFuture<Integer> answer = pressed(story, carol);
            story.alices().hangUp();
            assertThat(answer).succeedsWithin(Story.SOON).isEqualTo(202);
            story.talk(story.bobs(), carol.awaitCall(PhoneCall::connected, Story.SOON));
            told(story, 100, 180, 200);
        }
    }

    @Test
    void keyForASecondCallAndHangUpAtOnce_theFarEndsAreJoinedAllTheSame() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            PhoneCall consultation = consults(story, carol);
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            bothAreUp(story);
            CompletableFuture<Integer> answer = story.alices().transferKey().pressWith(consultation);
            story.alices().hangUp();
            assertThat(answer).succeedsWithin(Story.SOON).isEqualTo(202);
            story.talk(story.bobs(), carols);
            consultation.await(PhoneCall.State.ENDED, Story.SOON);
        }
    }

    /** A dialog that is not answered yet may be replaced where it began (RFC 3891 section 3): here at the phone that asks. */
    @Test
    void keyForACallThatRings_whichIsThenDeclined_theCustomerComesBack() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings().then(Duration.ofSeconds(1), call -> call.reject(603)));
            PhoneCall consultation = consults(story, carol);
            consultation.await(PhoneCall.State.RINGING, Story.SOON);
            assertThat(story.alices().transferKey().pressWith(consultation))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(202);
            told(story, 100, 180, 603);
            assertThat(story.alices().resume()).succeedsWithin(Story.SOON).isEqualTo(200);
            story.talk(story.alices(), story.bobs());
            consultation.await(PhoneCall.State.ENDED, Story.SOON);
        }
    }

    @Test
    void bothHangUpAtOnce_eachIsHungUpOnce_nobodyIsLeft() {
        try (Story story = Story.begin(stage)) {
            story.alices().hangUp();
            story.bobs().hangUp();
            story.alices().await(PhoneCall.State.ENDED, Story.SOON);
            story.bobs().await(PhoneCall.State.ENDED, Story.SOON);
            Until.isTrue(
                    "no call on the page",
                    () -> story.alice().api().get("/api/calls").body().isEmpty());
            assertThat(story.alices().log().received("BYE")).isLessThanOrEqualTo(1);
            assertThat(story.bobs().log().received("BYE")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void customerAndTargetHangUpAtOnce_inAConsultation_nobodyIsLeft() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            story.consult(carol.user());
            story.becomes("CONSULTING");
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.alices(), carols);
            story.bobs().hangUp();
            carols.hangUp();
            story.ends("ABANDONED", "transferee-hung-up");
            carols.await(PhoneCall.State.ENDED, Story.SOON);
            story.alicesCallIsEnded();
        }
    }

    private static CompletableFuture<Integer> pressed(Story story, Phone target) {
        return story.alices().transferKey().press("<sip:" + target.user() + "@127.0.0.1>");
    }

    /** Alice's phone holds Bob and calls Carol by itself. */
    private PhoneCall consults(Story story, Phone carol) {
        assertThat(story.alices().hold()).succeedsWithin(Story.SOON).isEqualTo(200);
        int port = stage.server().sipPort();
        return story.alice().phone().call("sip:" + carol.user() + "@127.0.0.1:" + port + ";transport=udp");
    }

    private static void bothAreUp(Story story) {
        Until.isTrue("both calls are up", () -> {
            JsonNode calls = story.alice().api().get("/api/calls").body();
            return calls.size() == 2 && calls.findValuesAsText("state").stream().noneMatch("RINGING"::equals);
        });
    }

    private static void told(Story story, Integer... statuses) {
        Changes.await(
                "told " + List.of(statuses),
                () -> story.alices().transferKey().told().equals(List.of(statuses)),
                Story.SOON);
    }
}
