package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.WireMessage;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Every row of the rehearsal's table, blind, attended and consulting first. */
@ExtendWith(ServerExtension.class)
class RehearsalRowsIT {
    private static final String STARTED = "TRANSFER_STARTED";
    private static final String RINGS = "TARGET_RINGING";
    private static final String ANSWERS = "TARGET_ANSWERED";
    private static final String SUCCEEDED = "TRANSFER_SUCCEEDED";

    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0401000001", "+358 300 123-123", "0300123123", "1301"})
    void attendedToOneWhoAnswers_isHandedOver(String number) {
        try (Story story = Story.begin(stage).attended(number)) {
            PhoneCall target = target(number, story);
            story.told(STARTED, RINGS, ANSWERS, SUCCEEDED);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), target);
            story.bobWasHeld();
            story.alicesCallIsEnded();
            showsTheRightCaller(story, target, number);
            target.hangUp();
            story.bobs().await(ENDED, Story.SOON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0401000002,TRANSFER_FAILED,busy,false",
        "0401000003,TARGET_NO_ANSWER,no-answer,true",
        "0401000004,TRANSFER_FAILED,declined,true",
        "0401000005,TRANSFER_FAILED,not-found,false",
        "0401000006,TRANSFER_FAILED,unreachable,false",
        "1302,TARGET_NO_ANSWER,no-answer,true"
    })
    void attendedToOneWhoFails_callReturns(String number, String code, String reason, boolean rings) {
        for (boolean consult : List.of(false, true)) {
            try (Story story = Story.begin(stage)) {
                Story begun = consult ? story.consult(number) : story.attended(number);
                returned(begun, rings, code, reason);
            }
        }
    }

    private void returned(Story story, boolean rings, String code, String reason) {
        if (rings) {
            story.told(STARTED, RINGS, code, "RECONNECTING", "RETURNED");
        } else {
            story.told(STARTED, code, "RECONNECTING", "RETURNED");
        }
        assertThat(story.reasonOf(code)).isEqualTo(reason);
        story.ends("RETURNED", reason);
        story.talk(story.alices(), story.bobs());
        story.bobWasHeld();
        story.aliceSees("CONNECTED");
        assertThat(story.alice().phone().calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0401000001", "0300123123", "1301"})
    void consultThenComplete_isJoined(String number) {
        try (Story story = Story.begin(stage).consult(number)) {
            story.becomes("CONSULTING");
            PhoneCall target = target(number, story);
            story.talk(story.alices(), target);
            story.bobIsHeld();
            story.move("complete");
            story.told(STARTED, RINGS, ANSWERS, SUCCEEDED);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), target);
            story.alicesCallIsEnded();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLIND", "ATTENDED"})
    void joinedOneHangsUp_customerIsHungUpToo(String method) {
        try (Story story = Story.begin(stage)) {
            Story begun = method.equals("BLIND") ? story.blind("0401000007") : story.attended("+358 40 100-0007");
            begun.ends("COMPLETED", "");
            begun.bobs().await(ENDED, Story.SOON);
            assertThat(begun.bobs().ending().orElseThrow().byFarEnd()).isTrue();
            begun.alicesCallIsEnded();
        }
    }

    @Test
    void consultedOneHangsUp_callReturns() {
        try (Story story = Story.begin(stage).consult("0401000007")) {
            story.told(STARTED, RINGS, ANSWERS, "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            story.ends("RETURNED", "target-hung-up");
            story.talk(story.alices(), story.bobs());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void attendedAndCustomerHangsUp_isAbandoned(boolean consult) {
        try (Story story = Story.begin(stage)) {
            Story begun = consult ? story.consult("0401000008") : story.attended("0401000008");
            PhoneCall target = target("0401000008", begun);
            begun.told(STARTED, RINGS, "TRANSFEREE_HUNG_UP");
            begun.ends("ABANDONED", "transferee-hung-up");
            target.await(ENDED, Story.SOON);
            assertThat(target.ending().orElseThrow().status()).isEqualTo(487);
            begun.alicesCallIsEnded();
            assertThat(begun.bobs().ending().orElseThrow().byFarEnd()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0401000001", "0300123123", "1301"})
    void blindToOneWhoAnswers_isJoined(String number) {
        try (Story story = Story.begin(stage).blind(number)) {
            story.alicesCallIsEnded();
            assertThat(story.alices().ending().orElseThrow().reason()).contains("Call transferred");
            PhoneCall target = target(number, story);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), target);
            story.toldNothingButTheStart();
            target.hangUp();
            story.bobs().await(ENDED, Story.SOON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0401000002,busy",
        "0401000003,no-answer",
        "0401000004,declined",
        "0401000005,not-found",
        "0401000006,unreachable",
        "1302,no-answer"
    })
    void blindToOneWhoFails_fallsBackToTheQueue(String number, String reason) {
        try (Story story = Story.begin(stage).blind(number)) {
            story.alicesCallIsEnded();
            story.ends("FELL_BACK", reason);
            story.talk(story.alicesNextCall(), story.bobs());
            story.toldNothingButTheStart();
            story.aliceSees("CONNECTED");
        }
    }

    @Test
    void blindAndCustomerHangsUp_isAbandoned() {
        try (Story story = Story.begin(stage).blind("0401000008")) {
            PhoneCall target = target("0401000008", story);
            story.ends("ABANDONED", "transferee-hung-up");
            target.await(ENDED, Story.SOON);
            assertThat(target.ending().orElseThrow().status()).isEqualTo(487);
            story.toldNothingButTheStart();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLIND", "ATTENDED"})
    void premiumNumber_isRefusedAndNothingHappens(String method) {
        try (Story story = Story.begin(stage)) {
            int before = story.bobs().log().all().size();
            Answer answer = story.alice()
                    .api()
                    .put(
                            "/api/transfers/" + UUID.randomUUID(),
                            Map.of(
                                    "callId", story.callId(),
                                    "method", method,
                                    "target", Map.of("type", "NUMBER", "number", "0600123123")));
            assertThat(answer.status()).as("%s", answer).isEqualTo(403);
            assertThat(story.bobs().talksWith(story.alices())).isTrue();
            assertThat(story.bobs().log().all()).hasSize(before);
        }
    }

    /** Outside our own number with Diversion; inside the customer's with Referred-By. */
    private static void showsTheRightCaller(Story story, PhoneCall target, String number) {
        WireMessage invite = target.invite().orElseThrow();
        String from = invite.header("From").orElseThrow();
        if (number.startsWith("13")) {
            assertThat(from).contains(story.bob().user().substring(4));
            assertThat(invite.header("Referred-By")).isPresent();
            assertThat(invite.header("Diversion")).isEmpty();
        } else {
            assertThat(from).contains(story.alice().agent().inboundNumber().substring(1));
            assertThat(invite.header("Referred-By")).isEmpty();
            assertThat(invite.header("Diversion")).isPresent();
            assertThat(invite.header("History-Info")).isPresent();
        }
    }

    private PhoneCall target(String number, Story story) {
        String dialled = number.replaceAll("[ -]", "").replace("+358", "0");
        if (!dialled.startsWith("0")) {
            return stage.user(dialled).awaitCall(Story.SOON);
        }
        PhoneCall call = stage.trunk().awaitCall(dialled, Story.SOON);
        assertThat(call.live()).as("%s of %s", call, story.id()).isTrue();
        return call;
    }
}
