package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.systemtest.Stage;

/** What becomes of a customer whose blind transfer failed, when the admin chose another policy than the queue. */
class BlindFallbackIT {
    @Test
    void recall_transferorIsRungAgainAndToldNothing() throws Exception {
        try (Stage stage = Stage.open("fallback-recall", Map.of("ST_BLIND_FALLBACK", "recall"));
                Story story = Story.begin(stage)) {
            story.blind(story.carol(Behaviour.busy()).user());
            story.ends("RETURNED", "busy");
            story.talk(story.alicesNextCall(), story.bobs());
            story.toldNothingButTheStart();
        }
    }

    @Test
    void hangup_customerIsHungUpWithTheReason() throws Exception {
        try (Stage stage = Stage.open("fallback-hangup", Map.of("ST_BLIND_FALLBACK", "hangup"));
                Story story = Story.begin(stage)) {
            story.blind(story.carol(Behaviour.busy()).user());
            story.ends("FAILED", "busy");
            story.bobs().await(ENDED, Story.SOON);
            assertThat(story.bobs().ending().orElseThrow().byFarEnd()).isTrue();
            assertThat(story.bobs().ending().orElseThrow().reason()).contains("cause=17");
            story.toldNothingButTheStart();
        }
    }
}
