package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
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

/** Every party hangs up while parties are being joined, or are brought back together. */
@ExtendWith(ServerExtension.class)
class HangUpInJoinIT {
    /** Long enough to do something in between, short enough for the deadlines. */
    private static final Duration SLOWLY = Duration.ofMillis(800);

    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Nested
    class Connecting {
        @Test
        void transferorGone_isJoinedAllTheSame() {
            try (Story story = Story.begin(stage)) {
                Phone carol = story.carol(Behaviour.rings());
                connecting(story, carol);
                story.alices().hangUp();
                joined(story, carol);
            }
        }

        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                Phone carol = story.carol(Behaviour.rings());
                PhoneCall carols = connecting(story, carol);
                story.bobs().hangUp();
                abandoned(story);
                carols.await(ENDED, Story.SOON);
            }
        }

        @Test
        void targetGone_returns() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = connecting(story, story.carol(Behaviour.rings()));
                carols.hangUp();
                returned(story);
            }
        }

        private PhoneCall connecting(Story story, Phone carol) {
            PhoneCall carols = dialled(story, carol, RINGING);
            story.bobWasHeld();
            story.bob().answersReinvitesAfter(SLOWLY);
            carols.answer();
            story.becomes("CONNECTING");
            return carols;
        }
    }

    @Nested
    class BlindConnecting {
        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = connecting(story);
                story.bobs().hangUp();
                story.ends("ABANDONED", "transferee-hung-up");
                carols.await(ENDED, Story.SOON);
                story.toldNothingButTheStart();
            }
        }

        @Test
        void targetGone_fallsBackToTheQueue() {
            try (Story story = Story.begin(stage)) {
                PhoneCall carols = connecting(story);
                carols.hangUp();
                story.ends("FELL_BACK", "target-hung-up");
                story.talk(story.alicesNextCall(), story.bobs());
                story.toldNothingButTheStart();
            }
        }

        private PhoneCall connecting(Story story) {
            Phone carol = story.carol(Behaviour.rings());
            story.blind(carol.user());
            PhoneCall carols = carol.awaitCall(call -> call.state() == RINGING, Story.SOON);
            story.bobIsHeld();
            story.bob().answersReinvitesAfter(SLOWLY);
            carols.answer();
            story.becomes("CONNECTING");
            return carols;
        }
    }

    @Nested
    class Retrieving {
        @Test
        void transferorGone_isRungAgain() {
            try (Story story = Story.begin(stage)) {
                retrieving(story);
                story.alices().hangUp();
                story.ends("RETURNED", "busy");
                story.talk(story.alicesNextCall(), story.bobs());
            }
        }

        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                retrieving(story);
                story.bobs().hangUp();
                story.ends("ABANDONED", "transferee-hung-up");
                story.alicesCallIsEnded();
            }
        }

        private void retrieving(Story story) {
            PhoneCall carols = dialled(story, story.carol(Behaviour.rings()), RINGING);
            story.bobWasHeld();
            story.bob().answersReinvitesAfter(SLOWLY);
            carols.reject(486);
            story.becomes("RETRIEVING");
        }
    }

    @Nested
    class Recalling {
        @Test
        void transferorDeclines_fallsBackToTheQueue() {
            try (Story story = Story.begin(stage)) {
                recalling(story).reject(603);
                story.ends("FELL_BACK", "busy");
            }
        }

        @Test
        void transfereeGone_isAbandoned() {
            try (Story story = Story.begin(stage)) {
                PhoneCall recall = recalling(story);
                story.bobs().hangUp();
                story.ends("ABANDONED", "transferee-hung-up");
                recall.await(ENDED, Story.SOON);
                assertThat(recall.ending().orElseThrow().status()).isEqualTo(487);
            }
        }

        private PhoneCall recalling(Story story) {
            PhoneCall carols = dialled(story, story.carol(Behaviour.rings()), RINGING);
            story.alice().phone().behaves(Behaviour.rings());
            story.alices().hangUp();
            story.becomes("UNATTENDED");
            carols.reject(486);
            return story.alice().phone().awaitCall(call -> call.state() == RINGING, Story.SOON);
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
        story.ends("RETURNED", "target-hung-up");
        story.talk(story.alices(), story.bobs());
    }
}
