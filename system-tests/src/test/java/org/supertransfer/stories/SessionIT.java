package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Changes;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.WireMessage;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** What phones and trunks bring along beside the transfer: reliable ringing, redirections, who is shown to whom. */
@ExtendWith(ServerExtension.class)
class SessionIT {
    private Stage stage;

    @BeforeEach
    void take(Stage shared) {
        stage = shared;
    }

    private static Behaviour redirectsTo(String uri) {
        return Behaviour.script().then(Duration.ZERO, call -> call.redirect(uri));
    }

    @Test
    void targetRingsReliably_getsItsPracks_andTheTransferCompletes() {
        try (Story story = Story.begin(stage)) {
            Phone carol = story.carol(Behaviour.script()
                            .then(Duration.ZERO, PhoneCall::ring)
                            .then(Duration.ZERO, PhoneCall::earlyMedia)
                            .then(Duration.ofMillis(100), PhoneCall::answer))
                    .ringsReliably();
            story.attended(carol.user());
            PhoneCall carols = carol.awaitCall(PhoneCall::connected, Story.SOON);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), carols);
            assertThat(carols.log().count(message -> message.is("PRACK"))).isEqualTo(2);
            assertThat(carols.log().count(message -> message.is(200, "PRACK"))).isEqualTo(2);
        }
    }

    @Test
    void targetRedirectsToAnAllowedNumber_isFollowed_andStandsInTheTimeline() {
        try (Story story = Story.begin(stage)) {
            Phone dave = stage.target(Behaviour.answersAfter(Duration.ofMillis(50)));
            Phone carol = story.carol(redirectsTo(dave.uri()));
            story.attended(carol.user());
            PhoneCall daves = dave.awaitCall(PhoneCall::connected, Story.SOON);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), daves);
            assertThat(story.alice()
                            .api()
                            .get("/api/transfers/" + story.id())
                            .body()
                            .path("timeline")
                            .findValuesAsText("sip"))
                    .contains("302");
            daves.hangUp();
        }
    }

    @Test
    void targetRedirectsToAPremiumNumber_isNotFollowed_andTheCallComesBack() {
        try (Story story = Story.begin(stage)) {
            Phone premium = stage.outside().phone("0600123123").behaves(Behaviour.answersAfter(Duration.ZERO));
            Phone carol = story.carol(redirectsTo(premium.uri()));
            story.attended(carol.user());
            story.told("TRANSFER_STARTED", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            story.talk(story.alices(), story.bobs());
            assertThat(premium.calls()).isEmpty();
        }
    }

    @Test
    void targetRedirectsAgain_isAFailure() {
        try (Story story = Story.begin(stage)) {
            Phone last = stage.target(Behaviour.answersAfter(Duration.ZERO));
            Phone dave = stage.target(redirectsTo(last.uri()));
            story.attended(story.carol(redirectsTo(dave.uri())).user());
            story.told("TRANSFER_STARTED", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            story.talk(story.alices(), story.bobs());
            assertThat(dave.calls()).hasSize(1);
            assertThat(last.calls()).isEmpty();
        }
    }

    @Test
    void targetRedirectsToAnAgent_whoHasTheCallThen() {
        try (Story story = Story.begin(stage);
                Desk dave = stage.desk()) {
            Phone carol = story.carol(redirectsTo(house(dave.agent().extension())));
            story.attended(carol.user());
            PhoneCall daves = dave.phone().awaitCall(PhoneCall::connected, Story.SOON);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), daves);
            assertThat(dave.connected().path("id").asText()).isEqualTo(story.callId());
        }
    }

    @Test
    void targetRedirectsToATeam_whoeverIsFreeAnswers() {
        try (Story story = Story.begin(stage);
                Desk dave = stage.desk()) {
            Phone carol = story.carol(redirectsTo(house(dave.agent().inboundNumber())));
            story.attended(carol.user());
            PhoneCall daves = dave.phone().awaitCall(PhoneCall::connected, Story.SOON);
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), daves);
        }
    }

    @Test
    void targetRedirectsToItself_isAFailure_andNotCalledAgain() {
        try (Story story = Story.begin(stage)) {
            Phone carol = stage.target(Behaviour.busy());
            carol.behaves(redirectsTo(carol.uri()));
            story.attended(carol.user());
            story.told("TRANSFER_STARTED", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
            story.talk(story.alices(), story.bobs());
            assertThat(carol.calls()).hasSize(1);
        }
    }

    private static String house(String number) {
        return "sip:" + number + "@127.0.0.1";
    }

    @Test
    void consultedUsersPhone_showsTheAgent_andTheCustomerAfterTheTransfer() {
        try (Story story = Story.begin(stage)) {
            story.consult("1301");
            PhoneCall ullas = stage.user("1301").awaitCall(PhoneCall::connected, Story.SOON);
            story.becomes("CONSULTING");
            story.talk(story.alices(), ullas);
            story.move("complete");
            story.ends("COMPLETED", "");
            story.talk(story.bobs(), ullas);
            String bob = story.bob().user().substring(4);
            Changes.await("Ulla sees Bob", () -> lastAsserted(ullas).contains(bob), Story.SOON);
            ullas.hangUp();
            ullas.await(ENDED, Story.SOON);
        }
    }

    private static String lastAsserted(PhoneCall call) {
        return call.log().all().stream()
                .filter(WireMessage::received)
                .flatMap(message -> message.headers("P-Asserted-Identity").stream())
                .reduce("", (earlier, later) -> later);
    }
}
