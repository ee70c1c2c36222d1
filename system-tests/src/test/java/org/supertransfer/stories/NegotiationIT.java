package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Codecs;
import org.supertransfer.phones.Direction;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Phones that refuse, renegotiate or answer early while a transfer moves their media. */
@ExtendWith(ServerExtension.class)
class NegotiationIT {
    private static final Behaviour ANSWERS = Behaviour.answersAfter(Duration.ofMillis(200));

    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void heldCustomerPressesHoldAndResume_talksAfterTheTransfer() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = ringing(story);
            assertThat(story.bobs().hold()).succeedsWithin(Story.SOON).isEqualTo(200);
            assertThat(story.bobs().flow()).isEqualTo(Direction.INACTIVE);
            assertThat(story.bobs().resume()).succeedsWithin(Story.SOON).isEqualTo(200);
            assertThat(story.bobs().flow()).isEqualTo(Direction.INACTIVE);
            carols.answer();
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void heldCustomerRefreshesByUpdate_staysHeld() {
        try (Story story = Story.begin(stage)) {
            PhoneCall carols = ringing(story);
            assertThat(story.bobs().send("UPDATE", null, null))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(200);
            assertThat(story.bobs().flow()).isEqualTo(Direction.INACTIVE);
            carols.answer();
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void transferorsPhoneKnowsNoOfferlessReinvite_callReturnsAllTheSame() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.busy());
            story.alice().phone().answersNextReinvites(200, 488);
            story.attended(carol.user());
            story.ends("RETURNED", "busy");
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void customersPhoneRefusesTheJoin_callReturns() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(ANSWERS);
            story.bob().answersNextReinvites(200, 488);
            story.attended(carol.user());
            story.told(
                    "TRANSFER_STARTED",
                    "TARGET_RINGING",
                    "TARGET_ANSWERED",
                    "TRANSFER_FAILED",
                    "RECONNECTING",
                    "RETURNED");
            story.ends("RETURNED", "media-failed");
            story.talk(story.alices(), story.bobs());
            carol.calls().get(0).await(ENDED, Story.SOON);
        }
    }

    @Test
    void customersPhoneHasForgottenTheCall_isAbandoned() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(ANSWERS);
            story.bob().answersNextReinvites(481);
            story.attended(carol.user());
            story.ends("ABANDONED", "transferee-hung-up");
            story.alicesCallIsEnded();
        }
    }

    @Test
    void targetRefusesTheOffer_isAskedWithoutOne() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.rings());
            carol.behaves(dialled -> carol.calls().size() < 2 ? Behaviour.refuses(488) : ANSWERS);
            story.attended(carol.user());
            story.ends("COMPLETED", "");
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), carols);
            assertThat(carols.invite().orElseThrow().sdp()).isEmpty();
        }
    }

    @Test
    void earlyMediaInAConsultation_reachesTheTransferor() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.script().then(Duration.ofMillis(100), PhoneCall::earlyMedia));
            story.consult(carol.user());
            PhoneCall carols = carol.awaitCall(Story.SOON);
            story.alices()
                    .await(
                            "Carol's early media",
                            call -> call.remoteSdp()
                                    .filter(sdp -> sdp.endpoint().equals(carols.mediaEndpoint()))
                                    .isPresent(),
                            Story.SOON);
            carols.answer();
            story.becomes("CONSULTING");
            story.talk(story.alices(), carols);
            story.move("complete");
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void customerPutTheCallOnHoldBefore_transferIsHeardAfterResume() {
        try (Story story = Story.begin(stage)) {
            assertThat(story.bobs().hold()).succeedsWithin(Story.SOON).isEqualTo(200);
            Phone carol = story.carol(ANSWERS);
            story.attended(carol.user());
            story.ends("COMPLETED", "");
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            assertThat(story.bobs().resume()).succeedsWithin(Story.SOON).isEqualTo(200);
            story.talk(story.bobs(), carols);
        }
    }

    @Test
    void phoneWithAnotherOrderOfCodecs_talks() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(ANSWERS).speaks(new Codecs(List.of("0 PCMU/8000", "96 telephone-event/8000")));
            story.attended(carol.user());
            story.ends("COMPLETED", "");
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), carols);
            assertThat(story.bobs().remoteSdp().orElseThrow().payloads())
                    .contains("0")
                    .doesNotContain("8");
        }
    }

    private static PhoneCall ringing(Story story) {
        Phone carol = story.carol(Behaviour.rings());
        story.attended(carol.user());
        PhoneCall carols = carol.awaitCall(call -> call.state() == RINGING, Story.SOON);
        story.becomes("RINGING");
        story.bobIsHeld();
        return carols;
    }
}
