package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Changes;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** Alice transfers with the key of her phone: by the rules of the page, told to the phone and shown on the page. */
@ExtendWith(ServerExtension.class)
class ReferIT {
    private static final Duration SHORTLY = Duration.ofMillis(300);

    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void toANumber_isHandedOverOnAnswer_toldByNotifyAndOnThePage() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            press(story, carol.user(), 202);
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), carols);
            told(story, 100, 180, 200);
            shown(story, "TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
            story.alicesCallIsEnded();
        }
    }

    @Test
    void phoneHangsUpAtOnce_theCallGoesOnWithoutIt() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            press(story, carol.user(), 202);
            story.alices().hangUp();
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), carols);
            told(story, 100, 180, 200);
        }
    }

    @Test
    void heldWithItsOwnKeyFirst_asDeskPhonesDo() {
        try (Story story = Story.begin(stage)) {
            assertThat(story.alices().hold()).succeedsWithin(Story.SOON).isEqualTo(200);
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            press(story, carol.user(), 202);
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(story.bobs(), carols);
            story.alicesCallIsEnded();
        }
    }

    @Test
    void targetBusy_theCallComesBackToThePhone() {
        try (Story story = Story.begin(stage)) {
            press(story, story.carol(Behaviour.busy()).user(), 202);
            told(story, 100, 486);
            story.talk(story.alices(), story.bobs());
            shown(story, "TRANSFER_STARTED", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
        }
    }

    @ParameterizedTest
    @CsvSource({"112, 403", "+358112, 403", "0600123123, 403", "abc, 603"})
    void refusedByPolicy_nothingHappens(String number, int status) {
        try (Story story = Story.begin(stage)) {
            press(story, number, status);
            story.talk(story.alices(), story.bobs());
            assertThat(story.alices().transferKey().told()).isEmpty();
            assertThat(codes(story)).isEmpty();
        }
    }

    @Test
    void anotherDomain_isForbidden_andSoIsTheCustomersPhone() {
        try (Story story = Story.begin(stage)) {
            assertThat(story.alices().transferKey().press("<sip:0401112223@elsewhere.example>"))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(403);
            assertThat(story.bobs().transferKey().press("<sip:0401112223@127.0.0.1>"))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(403);
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void whileThePageTransfers_isPending() {
        try (Story story = Story.begin(stage)) {
            story.attended(story.carol(Behaviour.rings()).user());
            story.becomes("RINGING");
            press(story, "0401112223", 491);
            story.move("cancel");
            story.talk(story.alices(), story.bobs());
        }
    }

    @Test
    void withoutSubscription_nobodyIsTold() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            String target = "<sip:" + carol.user() + "@127.0.0.1>";
            assertThat(story.alices().transferKey().press(target, Map.of("Refer-Sub", "false")))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(202);
            story.talk(story.bobs(), carol.awaitCall(PhoneCall::connected, Story.SOON));
            story.alicesCallIsEnded();
            assertThat(story.alices().transferKey().told()).isEmpty();
        }
    }

    @Test
    void twoCallsOfThePhone_theirFarEndsAreJoined() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            PhoneCall consultation = consults(story, carol);
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.talk(consultation, carols);
            connected(story);
            assertThat(story.alices().transferKey().pressWith(consultation))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(202);
            story.talk(story.bobs(), carols);
            told(story, 100, 200);
            story.alicesCallIsEnded();
            consultation.await(PhoneCall.State.ENDED, Story.SOON);
            shown(story, "TRANSFER_STARTED", "TRANSFER_SUCCEEDED");
            Until.isTrue(
                    "no call on the page",
                    () -> story.alice().api().get("/api/calls").body().isEmpty());
        }
    }

    /** The phones hear the answer a moment before the call is up in the rules; until then the key gets 491. */
    private static void connected(Story story) {
        Until.isTrue("both calls are up", () -> {
            JsonNode calls = story.alice().api().get("/api/calls").body();
            return calls.size() == 2 && calls.findValuesAsText("state").stream().noneMatch("RINGING"::equals);
        });
    }

    @Test
    void secondCallStillRings_isHandedOverOnAnswer_thePhonesCancelTouchesNobody() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(Duration.ofMillis(1_200)));
            PhoneCall consultation = consults(story, carol);
            consultation.await(PhoneCall.State.RINGING, Story.SOON);
            assertThat(story.alices().transferKey().pressWith(consultation))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(202);
            consultation.hangUp();
            story.talk(story.bobs(), carol.awaitCall(PhoneCall::connected, Story.SOON));
            told(story, 100, 180, 200);
            assertThat(consultation.ending().orElseThrow().status()).isEqualTo(487);
        }
    }

    @Test
    void consultationOver_isDeclined_andTheFirstCallGoesOn() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.answersAfter(SHORTLY));
            PhoneCall consultation = consults(story, carol);
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            carols.hangUp();
            consultation.await(PhoneCall.State.ENDED, Story.SOON);
            assertThat(story.alices().transferKey().pressWith(consultation))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(603);
            assertThat(story.alices().resume()).succeedsWithin(Story.SOON).isEqualTo(200);
            story.talk(story.alices(), story.bobs());
        }
    }

    /** Alice's phone holds Bob and calls Carol by itself. */
    private PhoneCall consults(Story story, Phone carol) {
        assertThat(story.alices().hold()).succeedsWithin(Story.SOON).isEqualTo(200);
        int port = stage.server().sipPort();
        return story.alice().phone().call("sip:" + carol.user() + "@127.0.0.1:" + port + ";transport=udp");
    }

    private static void press(Story story, String number, int status) {
        assertThat(story.alices().transferKey().press("<sip:" + number + "@127.0.0.1>"))
                .succeedsWithin(Story.SOON)
                .isEqualTo(status);
    }

    private static void told(Story story, Integer... statuses) {
        Changes.await(
                "told " + List.of(statuses),
                () -> story.alices().transferKey().told().equals(List.of(statuses)),
                Story.SOON);
    }

    /** Alice's page was told exactly this, the last of it awaited. */
    private static void shown(Story story, String... codes) {
        String last = codes[codes.length - 1];
        story.alice().live().await(last, frame -> code(frame).equals(last));
        assertThat(codes(story)).containsExactly(codes);
    }

    private static List<String> codes(Story story) {
        return story.alice().live().frames().stream()
                .filter(frame -> frame.path("type").asText().equals("message"))
                .map(ReferIT::code)
                .toList();
    }

    private static String code(JsonNode message) {
        return message.path("code").asText();
    }
}
