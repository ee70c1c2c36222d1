package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.CONNECTED;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.CallOptions;
import org.supertransfer.phones.Changes;
import org.supertransfer.phones.Credentials;
import org.supertransfer.phones.Direction;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.PhoneNetwork;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** The call itself, before anybody transfers it: who hangs up when, whose hold key works, what crosses between phones. */
@ExtendWith(ServerExtension.class)
class CallIT {
    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    @Test
    void agentHangsUp_customerIsHungUp() {
        try (Story story = Story.begin(stage)) {
            story.alices().hangUp();
            assertThat(story.bobs()
                            .await(ENDED, Story.SOON)
                            .ending()
                            .orElseThrow()
                            .byFarEnd())
                    .isTrue();
        }
    }

    @Test
    void customerHangsUp_agentIsHungUpAndFree() {
        try (Story story = Story.begin(stage)) {
            story.bobs().hangUp();
            story.alicesCallIsEnded();
            Until.isTrue(
                    "no call",
                    () -> story.alice().api().get("/api/calls").body().isEmpty());
        }
    }

    @Test
    void holdKeyOfEachPhone_isSeenByTheOther() {
        try (Story story = Story.begin(stage)) {
            for (PhoneCall presses : new PhoneCall[] {story.bobs(), story.alices()}) {
                PhoneCall other = presses == story.bobs() ? story.alices() : story.bobs();
                assertThat(presses.hold()).succeedsWithin(Story.SOON).isEqualTo(200);
                other.await("hold", call -> !call.flow().sends(), Story.SOON);
                assertThat(presses.resume()).succeedsWithin(Story.SOON).isEqualTo(200);
                story.talk(presses, other);
            }
        }
    }

    @Test
    void offerlessReinviteOfAPhone_endsInTalk() {
        try (Story story = Story.begin(stage)) {
            assertThat(story.bobs().renegotiate(Direction.SENDRECV, false))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(200);
            story.talk(story.bobs(), story.alices());
        }
    }

    @Test
    void dtmfByInfo_reachesTheOther() {
        try (Story story = Story.begin(stage)) {
            assertThat(story.bobs().send("INFO", "application/dtmf-relay", "Signal=5\r\nDuration=160\r\n"))
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(200);
            assertThat(story.alices().log().await("INFO", Story.SOON).raw()).contains("Signal=5");
        }
    }

    @Test
    void holdOnThePage_customerHearsNobodyUntilResumed() {
        try (Story story = Story.begin(stage)) {
            String call = "/api/calls/" + story.callId();
            assertThat(story.alice().api().post(call + "/hold", Map.of()).status())
                    .isLessThan(300);
            story.bobIsHeld();
            assertThat(story.alice().api().post(call + "/resume", Map.of()).status())
                    .isLessThan(300);
            story.talk(story.bobs(), story.alices());
        }
    }

    @Test
    void delayedOfferOfTheCustomer_endsInTalk() {
        try (Desk alice = stage.desk()) {
            PhoneCall bobs = stage.customer()
                    .call(alice.uriOfItsNumber(), CallOptions.DELAYED_OFFER)
                    .await(CONNECTED, Story.SOON);
            PhoneCall alices = alice.phone().awaitCall(PhoneCall::connected, Story.SOON);
            Changes.await("both talk", () -> bobs.talksWith(alices), Story.SOON);
            bobs.hangUp();
            alices.await(ENDED, Story.SOON);
        }
    }

    @Test
    void allPhonesOfAnAgentRing_firstAnswerTakesTheCall() {
        try (Desk alice = stage.desk();
                PhoneNetwork home = PhoneNetwork.open()) {
            Phone second = home.phone(alice.agent().username())
                    .proves(Credentials.of(
                            alice.agent().username(), alice.agent().username()));
            assertThat(second.registration("127.0.0.1", stage.server().sipPort())
                            .begin())
                    .succeedsWithin(Story.SOON)
                    .isEqualTo(200);
            alice.phone().behaves(Behaviour.rings());
            PhoneCall bobs = stage.customer().call(alice.uriOfItsNumber());
            PhoneCall desk = alice.phone().awaitCall(call -> call.state() == RINGING, Story.SOON);
            PhoneCall homes = second.awaitCall(call -> call.state() == RINGING, Story.SOON);
            homes.answer();
            Changes.await("Bob and the second phone talk", () -> bobs.talksWith(homes), Story.SOON);
            assertThat(desk.await(ENDED, Story.SOON).ending().orElseThrow().reason())
                    .contains("cause=200");
            bobs.hangUp();
            homes.await(ENDED, Story.SOON);
        }
    }

    @Test
    void customerGivesUpWhileThePhoneRings_agentGetsCancel() {
        try (Desk alice = stage.desk()) {
            alice.phone().behaves(Behaviour.rings());
            PhoneCall bobs = stage.customer().call(alice.uriOfItsNumber());
            PhoneCall alices = alice.phone().awaitCall(call -> call.state() == RINGING, Story.SOON);
            bobs.await(RINGING, Story.SOON).hangUp();
            assertThat(alices.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(487);
            assertThat(bobs.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(487);
        }
    }

    @Test
    void nobodyAnswersInTime_customerGets480() {
        try (Desk alice = stage.desk()) {
            alice.becomes("AWAY");
            PhoneCall bobs = stage.customer().call(alice.uriOfItsNumber());
            assertThat(bobs.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(480);
            assertThat(bobs.log().count(message -> message.is(180, "INVITE"))).isGreaterThan(0);
        }
    }

    @Test
    void unknownNumber_customerGets404() {
        try (Desk alice = stage.desk()) {
            PhoneCall bobs = stage.customer()
                    .call("sip:0209999999@127.0.0.1:" + stage.server().sipPort());
            assertThat(bobs.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(404);
            assertThat(alice.phone().calls()).isEmpty();
        }
    }

    @Test
    void agentPlacesACall_ownPhoneFirst() {
        try (Desk alice = stage.desk()) {
            Phone carol = stage.target(Behaviour.answersAfter(Duration.ofMillis(200)));
            Answer placed = alice.api().post("/api/calls", Map.of("to", carol.user()));
            assertThat(placed.status()).as("%s", placed).isLessThan(300);
            PhoneCall alices = alice.phone().awaitCall(PhoneCall::connected, Story.SOON);
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            Changes.await("both talk", () -> alices.talksWith(carols), Story.SOON);
            alices.hangUp();
            carols.await(ENDED, Story.SOON);
        }
    }

    @Test
    void agentPlacesACallToABusyNumber_isHungUp() {
        try (Desk alice = stage.desk()) {
            Phone carol = stage.target(Behaviour.busy());
            assertThat(alice.api()
                            .post("/api/calls", Map.of("to", carol.user()))
                            .status())
                    .isLessThan(300);
            PhoneCall alices = alice.phone().awaitCall(PhoneCall::connected, Story.SOON);
            assertThat(alices.await(ENDED, Story.SOON).ending().orElseThrow().byFarEnd())
                    .isTrue();
        }
    }

    @Test
    void agentHangsUpWhileTheOtherRings_otherGetsCancel() {
        try (Desk alice = stage.desk()) {
            Phone carol = stage.target(Behaviour.rings());
            assertThat(alice.api()
                            .post("/api/calls", Map.of("to", carol.user()))
                            .status())
                    .isLessThan(300);
            PhoneCall carols = carol.awaitCall(call -> call.state() == RINGING, Story.SOON);
            alice.phone().awaitCall(PhoneCall::connected, Story.SOON).hangUp();
            assertThat(carols.await(ENDED, Story.SOON).ending().orElseThrow().status())
                    .isEqualTo(487);
        }
    }
}
