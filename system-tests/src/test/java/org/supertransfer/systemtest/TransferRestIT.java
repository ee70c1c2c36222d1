package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.Orders.confirmed;
import static org.supertransfer.systemtest.Orders.consult;
import static org.supertransfer.systemtest.Orders.found;
import static org.supertransfer.systemtest.Orders.fresh;
import static org.supertransfer.systemtest.Orders.order;
import static org.supertransfer.systemtest.Orders.problem;
import static org.supertransfer.systemtest.Orders.state;
import static org.supertransfer.systemtest.Orders.steer;
import static org.supertransfer.systemtest.Orders.version;
import static org.supertransfer.systemtest.Orders.withDefaults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Desk.Conversation;

/** Every REST call about transfers and each error it documents, in the contract's order, on a server with phones. */
@ExtendWith(ServerExtension.class)
class TransferRestIT {
    private static final Behaviour RINGS = Behaviour.rings();
    private static final Behaviour ANSWERS = Behaviour.answersAfter(Duration.ofMillis(100));

    private final Stage stage;

    TransferRestIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void refusedOrders_keepNothing_andTheIdMayBeUsedAgain() {
        Phone target = stage.target(RINGS);
        try (Desk desk = stage.desk()) {
            Phone customer = stage.customer();
            String call = desk.answersCallFrom(customer).callId();
            String path = fresh();
            Api api = desk.api();
            assertThat(problem(api.put(path, "{\"callId\":"))).isEqualTo("400 malformed");
            assertThat(problem(api.put(path, order(call, "LOUD", "1301")))).isEqualTo("400 malformed");
            assertThat(problem(api.put(path, order(call, "BLIND", "abc")))).isEqualTo("422 number-invalid");
            assertThat(problem(api.put(path, order(call, "BLIND", "AGENT", "nobody"))))
                    .isEqualTo("422 target-unknown");
            assertThat(problem(api.put(path, order(call, "BLIND", "USER", "9999"))))
                    .isEqualTo("422 target-unknown");
            assertThat(problem(api.put(
                            path, order(call, "BLIND", "AGENT", desk.agent().username()))))
                    .isEqualTo("422 target-is-self");
            assertThat(problem(api.put(path, order(call, "BLIND", desk.agent().extension()))))
                    .isEqualTo("422 target-is-self");
            assertThat(problem(api.put(path, order(call, "BLIND", customer.user()))))
                    .isEqualTo("422 target-is-transferee");
            assertThat(problem(api.put(path, consult(call, "BLIND", target.user()))))
                    .isEqualTo("422 consult-with-blind");
            assertThat(problem(api.put(path, order(call, "ATTENDED", "0600123123"))))
                    .isEqualTo("403 number-not-allowed");
            assertThat(problem(api.put(path, order(call, "ATTENDED", "112")))).isEqualTo("403 emergency-unconfirmed");
            assertThat(problem(api.put(path, confirmed(call, "BLIND", "+358112"))))
                    .isEqualTo("403 emergency-blind");
            assertThat(problem(api.put(
                            path,
                            order(call, "BLIND", "AGENT", stage.nextAgent().username()))))
                    .isEqualTo("409 target-offline");
            assertThat(problem(api.get(path))).isEqualTo("404 not-found");
            assertThat(state(desk, call)).isEqualTo("CONNECTED");
            Answer begun = api.put(path, order(call, "ATTENDED", target.user()));
            assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        }
    }

    @Test
    void sameOrderAgain_isTheSameTransfer_anotherOneIsRefused() {
        Phone target = stage.target(RINGS);
        try (Desk desk = stage.desk();
                Desk stranger = stage.desk()) {
            String call = desk.answersCallFrom(stage.customer()).callId();
            String path = fresh();
            Map<String, Object> order = order(call, "ATTENDED", target.user());
            Answer first = desk.api().put(path, order);
            Answer again = desk.api().put(path, withDefaults(order));
            assertThat(first.status()).as("%s", first).isEqualTo(202);
            assertThat(again.status()).as("%s", again).isEqualTo(202);
            assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
            assertThat(problem(desk.api().put(path, order(call, "ATTENDED", "1301"))))
                    .isEqualTo("422 id-used");
            assertThat(problem(desk.api().put(path, "{broken"))).isEqualTo("422 id-used");
            assertThat(problem(stranger.api().put(path, order))).isEqualTo("422 id-used");
            assertThat(problem(desk.api().put(fresh(), order))).isEqualTo("409 transfer-live");
            assertThat(problem(steer(desk, call, "hold"))).isEqualTo("409 transfer-live");
            assertThat(problem(steer(desk, call, "resume"))).isEqualTo("409 transfer-live");
        }
    }

    @Test
    void moveThatIsImpossible_isRejectedWithTheState() {
        Phone target = stage.target(RINGS);
        try (Desk desk = stage.desk()) {
            String id = desk.transfers(desk.answersCallFrom(stage.customer()), "ATTENDED", target.user());
            desk.transfer(id, "RINGING");
            Answer rejected = desk.moves(id, "swap");
            assertThat(problem(rejected)).isEqualTo("409 move-rejected");
            assertThat(rejected.body().path("state").asText()).isEqualTo("RINGING");
        }
    }

    /** In a consultation, because it has no deadline. */
    @Test
    void moves_areTaken_unlessStaleMalformedOrForeign() {
        Phone target = stage.target(ANSWERS);
        try (Desk desk = stage.desk();
                Desk stranger = stage.desk()) {
            String call = desk.answersCallFrom(stage.customer()).callId();
            String path = fresh();
            String id = desk.api()
                    .put(path, consult(call, "ATTENDED", target.user()))
                    .body()
                    .path("id")
                    .asText();
            desk.transfer(id, "CONSULTING");
            Until.isTrue("agent and target talk", () -> desk.phone().talksWith(target));
            Map<String, Long> now = version(desk.api(), path);
            assertThat(problem(desk.api().post(path + "/swap", Map.of()))).isEqualTo("400 malformed");
            assertThat(problem(desk.api().post(path + "/swap", Map.of("version", 0))))
                    .isEqualTo("409 stale");
            assertThat(problem(stranger.api().post(path + "/swap", now))).isEqualTo("404 not-found");
            assertThat(problem(stranger.api().get(path))).isEqualTo("404 not-found");

            assertThat(desk.moves(id, "swap").status()).isEqualTo(202);
            assertThat(problem(desk.api().post(path + "/swap", now)))
                    .as("a retry must not toggle back")
                    .isEqualTo("409 stale");
            desk.transfer(id, "ASIDE");
            returns(desk, id);
        }
    }

    private static void returns(Desk desk, String id) {
        Until.isTrue("the cancel is taken", () -> desk.moves(id, "cancel").status() == 202);
        JsonNode ended = desk.transfer(id, "RETURNED");
        assertThat(ended.path("outcome").asText()).isEqualTo("RETURNED");
        assertThat(ended.path("endedAt").asText()).isNotEmpty();
        List<String> states = ended.path("timeline").findValuesAsText("state");
        assertThat(states)
                .startsWith("HOLDING")
                .containsSubsequence("CONSULTING", "ASIDE", "RETRIEVING")
                .endsWith("RETURNED");
        assertThat(ended.path("timeline").findValuesAsText("code")).contains("CANCELLED", "RETURNED");
    }

    @Test
    void blindTransfer_canBePulledBackUntilItSays_andRetriesAreHarmlessAfterwards() {
        Phone target = stage.target(ANSWERS);
        try (Desk desk = stage.desk()) {
            Conversation talk = desk.answersCallFrom(stage.customer());
            String path = fresh();
            Map<String, Object> order = order(talk.callId(), "BLIND", target.user());
            Answer begun = desk.api().put(path, order);
            assertThat(Instant.parse(begun.body().path("pullBackUntil").asText()))
                    .isAfter(Instant.parse(begun.body().path("startedAt").asText()));
            String id = begun.body().path("id").asText();
            desk.transfer(id, "COMPLETED");
            assertThat(state(desk, talk.callId())).isEqualTo("gone");
            Answer again = desk.api().put(path, order);
            assertThat(again.status())
                    .as("after the call is no longer the agent's")
                    .isEqualTo(202);
            assertThat(again.body().path("outcome").asText()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void history_isOwn_andEverybodysForSupervisors() {
        Phone busy = stage.target(Behaviour.busy());
        try (Desk desk = stage.desk();
                Desk stranger = stage.desk()) {
            String id = desk.transfers(desk.answersCallFrom(stage.customer()), "ATTENDED", busy.user());
            desk.transfer(id, "RETURNED");
            String own = "/api/transfers?outcome=RETURNED&target=" + busy.user().substring(3);
            assertThat(found(desk.api(), own)).containsExactly(id);
            assertThat(desk.api()
                            .get(own)
                            .body()
                            .path("transfers")
                            .get(0)
                            .path("reason")
                            .asText())
                    .isEqualTo("busy");
            assertThat(found(desk.api(), own + "&page=1")).isEmpty();
            assertThat(found(desk.api(), own + "&to=2020-01-01T00:00:00Z")).isEmpty();
            assertThat(found(desk.api(), "/api/transfers?outcome=FAILED")).isEmpty();
            assertThat(found(
                            stranger.api(),
                            "/api/transfers?agent=" + desk.agent().username()))
                    .isEmpty();
            Api supervisor = Api.loggedIn(stage.http(), Stage.SUPERVISOR);
            assertThat(found(supervisor, "/api/transfers?agent=" + desk.agent().username()))
                    .containsExactly(id);
            assertThat(supervisor.get("/api/transfers/" + id).status()).isEqualTo(200);
            for (String bad : List.of("page=-1", "from=yesterday", "outcome=RINGING")) {
                assertThat(problem(desk.api().get("/api/transfers?" + bad))).isEqualTo("400 malformed");
            }
        }
    }
}
