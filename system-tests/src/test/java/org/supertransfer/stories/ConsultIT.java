package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Changes;
import org.supertransfer.phones.Direction;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** Alice talks with Carol before she decides: who hears whom at every step, and who hangs up when. */
@ExtendWith(ServerExtension.class)
class ConsultIT {
    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void swapThereAndBack_theOtherIsHeld() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = consulting(story);
            story.move("swap");
            story.becomes("ASIDE");
            story.talk(story.alices(), story.bobs());
            isHeld(carols);
            story.move("swap");
            story.becomes("CONSULTING");
            story.talk(story.alices(), carols);
            story.bobIsHeld();
            story.move("complete");
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
            story.alicesCallIsEnded();
        }
    }

    @Test
    void completeWhileAside_isJoined() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = aside(story);
            story.move("complete");
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
            story.alicesCallIsEnded();
        }
    }

    @Test
    void cancel_returnsAndTargetIsHungUp() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = consulting(story);
            story.move("cancel");
            story.told(
                    "TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "CANCELLED", "RECONNECTING", "RETURNED");
            story.ends("RETURNED", "cancelled");
            story.talk(story.alices(), story.bobs());
            carols.await(ENDED, Story.SOON);
        }
    }

    @Test
    void cancelWhileRinging_targetGetsCancel() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            story.consult(carol.user());
            PhoneCall carols = carol.awaitCall(Story.SOON);
            story.becomes("RINGING");
            story.move("cancel");
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "CANCELLED", "RECONNECTING", "RETURNED");
            story.talk(story.alices(), story.bobs());
            assertThat(carols.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(487);
        }
    }

    @Test
    void staleVersion_isRefused() {
        try (Story story = Story.begin(stage)) {
            consulting(story);
            long version = settledVersion(story);
            String swap = "/api/transfers/" + story.id() + "/swap";
            assertThat(swap(story, swap, version).status()).isEqualTo(202);
            Answer again = swap(story, swap, version);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("stale");
            story.becomes("ASIDE");
        }
    }

    private static Answer swap(Story story, String path, long version) {
        return story.alice().api().post(path, Map.of("version", version));
    }

    /** The version once the join is done, which counts as a move: it clears the deadline. */
    private static long settledVersion(Story story) {
        long[] last = {-1};
        Until.isTrue("no move for a moment", () -> {
            long before = last[0];
            last[0] = story.alice().transfer(story.id()).path("version").asLong();
            return before == last[0];
        });
        return last[0];
    }

    @Test
    void transferorGoneWhileConsulting_isJoined() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = consulting(story);
            story.alices().hangUp();
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void transferorGoneWhileAside_isJoined() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = aside(story);
            story.alices().hangUp();
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void transfereeGoneWhileConsulting_theOthersTalkOn() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = consulting(story);
            story.bobs().hangUp();
            story.ends("ABANDONED", "transferee-hung-up");
            story.talk(story.alices(), carols);
            assertThat(story.alice().live().codes(story.id())).endsWith("TRANSFEREE_HUNG_UP");
            carols.hangUp();
            story.alicesCallIsEnded();
        }
    }

    @Test
    void transfereeGoneWhileAside_theOthersTalk() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = aside(story);
            story.bobs().hangUp();
            story.ends("ABANDONED", "transferee-hung-up");
            story.talk(story.alices(), carols);
        }
    }

    @Test
    void targetGoneWhileAside_returns() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = aside(story);
            carols.hangUp();
            story.ends("RETURNED", "target-hung-up");
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void ownHoldKeyOfTheTransferor_isHeardByTheOther() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = consulting(story);
            assertThat(story.alices().hold()).succeedsWithin(Story.SOON).isEqualTo(200);
            Changes.await("Carol on hold", () -> !carols.flow().sends(), Story.SOON);
            assertThat(story.alices().resume()).succeedsWithin(Story.SOON).isEqualTo(200);
            story.talk(story.alices(), carols);
        }
    }

    private static void isHeld(PhoneCall call) {
        call.await("held", held -> held.flow() == Direction.INACTIVE, Story.SOON);
    }

    private PhoneCall consulting(Story story) {
        Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(100)));
        story.consult(carol.user());
        PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
        story.becomes("CONSULTING");
        story.talk(story.alices(), carols);
        story.bobIsHeld();
        return carols;
    }

    private PhoneCall aside(Story story) {
        PhoneCall carols = consulting(story);
        story.move("swap");
        story.becomes("ASIDE");
        story.talk(story.alices(), story.bobs());
        return carols;
    }
}
