package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.CALLING;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Every party hangs up in every state until the target answers. */
@ExtendWith(ServerExtension.class)
class HangUpIT {
    /** Long enough to do something in between, short enough for the deadlines. */
    private static final Duration SLOWLY = Duration.ofMillis(800);

    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Nested
    class Holding {
        @Test
        void transferorGone_goesOnUnattended() {
            try (Story story = Story.begin(stage)) {
                story.bob().answersReinvitesAfter(SLOWLY);
                Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(100)));
                story.attended(carol.user());
                story.alices().hangUp();
                joined(story, carol);
            }
        }

        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                story.bob().answersReinvitesAfter(SLOWLY);
                Phone carol = story.carol(Behaviour.rings());
                story.attended(carol.user());
                story.bobs().log().await(Story::isHold, Story.SOON);
                story.bobs().hangUp();
                abandoned(story);
                assertThat(carol.calls()).noneMatch(PhoneCall::live);
            }
        }
    }

    @Nested
    class Dialing {
        @Test
        void transferorGone_targetStillAnswers() {
            try (Story story = Story.begin(stage)) {
                Phone carol = story.carol(Behaviour.script());
                PhoneCall carols = dialled(story, carol, CALLING);
                story.alices().hangUp();
                story.becomes("UNATTENDED");
                carols.answer();
                joined(story, carol);
            }
        }

        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = dialled(story, story.carol(Behaviour.script()), CALLING);
                story.bobs().hangUp();
                abandoned(story);
                carols.await(ENDED, Story.SOON);
            }
        }
    }

    @Nested
    class Ringing {
        @Test
        void transferorGone_targetStillAnswers() {
            try (Story story = Story.begin(stage)) {
                Phone carol = story.carol(Behaviour.rings());
                PhoneCall carols = dialled(story, carol, RINGING);
                story.alices().hangUp();
                story.becomes("UNATTENDED");
                carols.answer();
                joined(story, carol);
                story.told("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
            }
        }

        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = dialled(story, story.carol(Behaviour.rings()), RINGING);
                story.bobs().hangUp();
                abandoned(story);
                carols.await(ENDED, Story.SOON);
                story.told("TRANSFER_STARTED", "TARGET_RINGING", "TRANSFEREE_HUNG_UP");
            }
        }

        @Test
        void targetDeclines_returns() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = dialled(story, story.carol(Behaviour.rings()), RINGING);
                carols.reject(603);
                returned(story);
            }
        }
    }

    @Nested
    class Unattended {
        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = dialled(story, story.carol(Behaviour.rings()), RINGING);
                story.alices().hangUp();
                story.becomes("UNATTENDED");
                story.bobs().hangUp();
                story.ends("ABANDONED", "transferee-hung-up");
                carols.await(ENDED, Story.SOON);
                story.told("TRANSFER_STARTED", "TARGET_RINGING", "TRANSFEREE_HUNG_UP");
            }
        }

        @Test
        void targetDeclines_transferorIsRungAgain() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = dialled(story, story.carol(Behaviour.rings()), RINGING);
                story.alices().hangUp();
                story.becomes("UNATTENDED");
                carols.reject(486);
                story.ends("RETURNED", "busy");
                story.talk(story.alicesNextCall(), story.bobs());
                story.told("TRANSFER_STARTED", "TARGET_RINGING", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            }
        }
    }

    private static PhoneCall dialled(Story story, Phone carol, PhoneCall.State state) {
        story.attended(carol.user());
        PhoneCall carols = carol.awaitCall(call -> call.state() == state, Story.SOON);
        story.becomes(state == RINGING ? "RINGING" : "DIALING");
        return carols;
    }

    private static void joined(Story story, Phone carol) {
        story.ends("COMPLETED", "");
        story.talk(story.bobs(), carol.awaitCall(PhoneCall::connected, Story.SOON));
    }

    private static void abandoned(Story story) {
        story.ends("ABANDONED", "transferee-hung-up");
        story.alicesCallIsEnded();
    }

    private static void returned(Story story) {
        story.ends("RETURNED", "declined");
        story.talk(story.alices(), story.bobs());
    }
}
