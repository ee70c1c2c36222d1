package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Answers that come too late, and messages that meet on the way. */
@ExtendWith(ServerExtension.class)
class CrossingIT {
    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void answerMeetsTheDeadlinesCancel_targetIsHungUpAndCallReturns() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings()).answersWhenCancelled();
            story.attended(carol.user());
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_NO_ANSWER", "RECONNECTING", "RETURNED");
            story.ends("RETURNED", "no-answer");
            acknowledgedAndHungUp(carol.calls().get(0));
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void answerMeetsTheTransferorsCancel_targetIsHungUpAndCallReturns() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings()).answersWhenCancelled();
            ringing(story, carol);
            story.move("cancel");
            story.told("TRANSFER_STARTED", "TARGET_RINGING", "CANCELLED", "RECONNECTING", "RETURNED");
            acknowledgedAndHungUp(carol.calls().get(0));
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void answerMeetsTheCustomersHangUp_targetIsHungUp() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings()).answersWhenCancelled();
            ringing(story, carol);
            story.bobs().hangUp();
            story.ends("ABANDONED", "transferee-hung-up");
            acknowledgedAndHungUp(carol.calls().get(0));
            story.alicesCallIsEnded();
        }
    }

    @Test
    void blindAnswerMeetsTheDeadlinesCancel_customerIsInTheQueue() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings()).answersWhenCancelled();
            story.blind(carol.user());
            story.ends("FELL_BACK", "no-answer");
            acknowledgedAndHungUp(carol.calls().get(0));
            story.talk(story.alicesNextCall(), story.bobs());
            story.toldNothingButTheStart();
        }
    }

    @Test
    void targetAnswersAndHangsUpAtOnce_callReturns() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings()
                    .then(Duration.ofMillis(100), PhoneCall::answer)
                    .hangsUpAfter(Duration.ZERO));
            story.bob().answersReinvitesAfter(Duration.ofMillis(300));
            story.attended(carol.user());
            story.ends("RETURNED", "target-hung-up");
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void transferorAndTransfereeHangUpTogether_nobodyIsLeft() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            ringing(story, carol);
            story.alices().hangUp();
            story.bobs().hangUp();
            story.ends("ABANDONED", "transferee-hung-up");
            carol.calls().get(0).await(ENDED, Story.SOON);
        }
    }

    @Test
    void transferorHangsUpAsTheTargetAnswers_isJoined() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            PhoneCall carols = ringing(story, carol);
            carols.answer();
            story.alices().hangUp();
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void holdIsRefused_transferGoesOn() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(100)));
            story.bob().answersNextReinvites(488);
            story.attended(carol.user());
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carol.awaitCall(Story.SOON));
        }
    }

    @Test
    void customerPressesHoldAtTheSameTime_transferGoesOn() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(500)));
            story.bob().answersNextReinvites(491);
            story.attended(carol.user());
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carol.awaitCall(Story.SOON));
        }
    }

    @Test
    void secondAnswerAfterTheTransfer_isJustAcknowledged() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(50)));
            story.blind(carol.user());
            story.ends("COMPLETED", "");
            PhoneCall carols = carol.awaitCall(Story.SOON);
            story.talk(story.bobs(), carols);
            long acks = carols.log().received("ACK");
            carols.repeatAnswer();
            carols.log().await(message -> carols.log().received("ACK") > acks, Story.SOON);
            assertThat(story.bobs().talksWith(carols)).isTrue();
        }
    }

    private static PhoneCall ringing(Story story, Phone carol) {
        story.attended(carol.user());
        PhoneCall carols = carol.awaitCall(call -> call.state() == RINGING, Story.SOON);
        story.becomes("RINGING");
        return carols;
    }

    private static void acknowledgedAndHungUp(PhoneCall carols) {
        carols.await(ENDED, Story.SOON);
        assertThat(carols.log().received("CANCEL")).isEqualTo(1);
        assertThat(carols.log().received("ACK")).isGreaterThanOrEqualTo(1);
        assertThat(carols.log().received("BYE")).isEqualTo(1);
    }
}
