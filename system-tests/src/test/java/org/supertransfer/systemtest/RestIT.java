package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Desk.Conversation;

/** Every REST call of the contract and each error it documents, on a server with phones. */
@ExtendWith(ServerExtension.class)
class RestIT {
    private static final Behaviour RINGS = Behaviour.rings();
    private static final Behaviour ANSWERS = Behaviour.answersAfter(Duration.ofMillis(100));

    private final Stage stage;

    RestIT(Stage stage) {
        this.stage = stage;
    }

    @Nested
    class WithoutACall {
        @Test
        void settings_areKept() {
            Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
            assertThat(api.put("/api/me/language", Map.of("language", "sv")).status())
                    .isEqualTo(200);
            JsonNode me = api.get("/api/me").body();
            assertThat(me.path("language").asText()).isEqualTo("sv");
            assertThat(me.path("state").asText()).isEqualTo("OFFLINE");
            assertThat(me.path("roles").toString()).isEqualTo("[\"agent\"]");
            assertThat(problem(api.put("/api/me/language", Map.of("language", "de"))))
                    .isEqualTo("400 malformed");
            assertThat(problem(api.put("/api/me/state", Map.of("state", "BUSY"))))
                    .isEqualTo("400 malformed");
            assertThat(problem(api.put("/api/me/state", "{\"state\""))).isEqualTo("400 malformed");
        }

        @Test
        void targets_areListedByTypeAndText() {
            Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
            JsonNode users = api.get("/api/targets?type=USER&q=ulla").body();
            assertThat(users).hasSize(1);
            assertThat(users.get(0).path("number").asText()).isEqualTo("1301");
            assertThat(api.get("/api/targets?type=AGENT").body()).isNotEmpty();
            assertThat(api.get("/api/targets?type=INBOUND&q=020123").body()).isNotEmpty();
            assertThat(problem(api.get("/api/targets"))).isEqualTo("400 malformed");
            assertThat(problem(api.get("/api/targets?type=NUMBER"))).isEqualTo("400 malformed");
        }

        @ParameterizedTest
        @CsvSource({
            "0600123123, PREMIUM, false",
            "%2B358112, EMERGENCY, true",
            "0112, EMERGENCY, true",
            "0800%20123%20123, FREE, true",
            "tel:%2B358-40-100-0002, MOBILE, true",
            "0300123123, SERVICE, true",
            "1301, INTERNAL, true",
            "%2B46812345678, FOREIGN, false",
            "abc, INVALID, false"
        })
        void number_isClassified(String number, String numberClass, boolean allowed) {
            Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
            JsonNode body = api.get("/api/numbers/" + number).body();
            assertThat(body.path("class").asText()).isEqualTo(numberClass);
            assertThat(body.path("allowed").asBoolean()).isEqualTo(allowed);
        }

        @Test
        void callNobodyHas_isNotFound() {
            Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
            for (String move : List.of("hangup", "hold", "resume")) {
                assertThat(problem(api.post("/api/calls/nope/" + move, Map.of())))
                        .isEqualTo("404 not-found");
            }
            assertThat(api.get("/api/calls").body()).isEmpty();
        }

        @Test
        void callWithoutAPhone_isNoPhone() {
            Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
            assertThat(problem(api.post("/api/calls", Map.of("to", "1301")))).isEqualTo("409 no-phone");
            assertThat(problem(api.post("/api/calls", Map.of("to", "abc")))).isEqualTo("422 number-invalid");
            assertThat(problem(api.post("/api/calls", Map.of()))).isEqualTo("400 malformed");
        }

        @Test
        void transferNobodyHas_isNotFound() {
            Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
            String path = "/api/transfers/" + UUID.randomUUID();
            assertThat(problem(api.get(path))).isEqualTo("404 not-found");
            assertThat(problem(api.post(path + "/swap", Map.of("version", 1)))).isEqualTo("404 not-found");
            assertThat(problem(api.put(path, order("nope", "BLIND", "0401000001"))))
                    .isEqualTo("404 not-found");
            assertThat(problem(api.get("/api/transfers/not-a-uuid"))).isEqualTo("400 malformed");
            assertThat(problem(api.put("/api/transfers/not-a-uuid", Map.of()))).isEqualTo("400 malformed");
        }
    }

    @Nested
    class Calls {
        @Test
        void placedCall_ringsOwnPhoneFirst_andIsSteered() {
            Phone other = stage.target(ANSWERS);
            try (Desk desk = stage.desk()) {
                Answer placed = desk.api().post("/api/calls", Map.of("to", other.user()));
                assertThat(placed.status()).as("%s", placed).isEqualTo(202);
                assertThat(placed.body().path("direction").asText()).isEqualTo("OUT");
                String id = placed.body().path("id").asText();
                assertThat(desk.connected().path("id").asText()).isEqualTo(id);
                Until.isTrue("both talk", () -> desk.phone().talksWith(other));
                assertThat(problem(desk.api().post("/api/calls", Map.of("to", "1301"))))
                        .isEqualTo("409 already-on-call");

                assertThat(steer(desk, id, "hold").status()).isEqualTo(204);
                Until.seen("state", () -> state(desk, id), "HELD");
                assertThat(steer(desk, id, "resume").status()).isEqualTo(204);
                Until.seen("state", () -> state(desk, id), "CONNECTED");
                PhoneCall otherSide = other.liveCall().orElseThrow();
                assertThat(steer(desk, id, "hangup").status()).isEqualTo(204);
                otherSide.await(PhoneCall.State.ENDED, Desk.SOON);
                Until.seen("state", () -> state(desk, id), "gone");
            }
        }

        @Test
        void foreignCall_isNotFound_forEveryMove() {
            try (Desk desk = stage.desk();
                    Desk stranger = stage.desk()) {
                Conversation talk = desk.answersCallFrom(stage.customer());
                for (String move : List.of("hangup", "hold", "resume")) {
                    assertThat(problem(steer(stranger, talk.callId(), move))).isEqualTo("404 not-found");
                }
                assertThat(problem(stranger.api().put(fresh(), order(talk.callId(), "BLIND", "0401000001"))))
                        .isEqualTo("404 not-found");
                assertThat(stranger.api().get("/api/calls").body()).isEmpty();
                assertThat(state(desk, talk.callId())).isEqualTo("CONNECTED");
            }
        }
    }

    @Nested
    class Transfers {
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
                assertThat(problem(
                                api.put(path, order(call, "BLIND", desk.agent().extension()))))
                        .isEqualTo("422 target-is-self");
                assertThat(problem(api.put(path, order(call, "BLIND", customer.user()))))
                        .isEqualTo("422 target-is-transferee");
                assertThat(problem(api.put(path, consult(call, "BLIND", target.user()))))
                        .isEqualTo("422 consult-with-blind");
                assertThat(problem(api.put(path, order(call, "ATTENDED", "0600123123"))))
                        .isEqualTo("403 number-not-allowed");
                assertThat(problem(api.put(path, order(call, "ATTENDED", "112"))))
                        .isEqualTo("403 emergency-unconfirmed");
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
        void moves_areStaleRejectedOrTaken() {
            Phone target = stage.target(RINGS);
            try (Desk desk = stage.desk();
                    Desk stranger = stage.desk()) {
                Conversation talk = desk.answersCallFrom(stage.customer());
                String id = desk.transfers(talk, "ATTENDED", target.user());
                String path = "/api/transfers/" + id;
                desk.transfer(id, "RINGING");
                assertThat(problem(desk.api().post(path + "/swap", Map.of("version", 0))))
                        .isEqualTo("409 stale");
                Answer rejected = desk.moves(id, "swap");
                assertThat(problem(rejected)).isEqualTo("409 move-rejected");
                assertThat(rejected.body().path("state").asText()).isEqualTo("RINGING");
                assertThat(problem(desk.api().post(path + "/swap", Map.of()))).isEqualTo("400 malformed");
                assertThat(problem(stranger.api().post(path + "/cancel", version(desk.api(), path))))
                        .isEqualTo("404 not-found");
                assertThat(problem(stranger.api().get(path))).isEqualTo("404 not-found");

                assertThat(desk.moves(id, "cancel").status()).isEqualTo(202);
                JsonNode ended = desk.transfer(id, "RETURNED");
                assertThat(ended.path("outcome").asText()).isEqualTo("RETURNED");
                assertThat(ended.path("endedAt").asText()).isNotEmpty();
                List<String> states = ended.path("timeline").findValuesAsText("state");
                assertThat(states)
                        .startsWith("HOLDING")
                        .contains("RINGING", "RETRIEVING")
                        .endsWith("RETURNED");
                assertThat(ended.path("timeline").findValuesAsText("code")).contains("CANCELLED", "RETURNED");
            }
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
                String own =
                        "/api/transfers?outcome=RETURNED&target=" + busy.user().substring(3);
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
                assertThat(found(
                                supervisor,
                                "/api/transfers?agent=" + desk.agent().username()))
                        .containsExactly(id);
                assertThat(supervisor.get("/api/transfers/" + id).status()).isEqualTo(200);
                for (String bad : List.of("page=-1", "from=yesterday", "outcome=RINGING")) {
                    assertThat(problem(desk.api().get("/api/transfers?" + bad))).isEqualTo("400 malformed");
                }
            }
        }
    }

    private static String fresh() {
        return "/api/transfers/" + UUID.randomUUID();
    }

    private static List<String> found(Api api, String query) {
        return StreamSupport.stream(api.get(query).body().path("transfers").spliterator(), false)
                .map(transfer -> transfer.path("id").asText())
                .toList();
    }

    private static Map<String, Object> order(String call, String method, String number) {
        return Map.of("callId", call, "method", method, "target", Map.of("type", "NUMBER", "number", number));
    }

    private static Map<String, Object> order(String call, String method, String type, String id) {
        return Map.of("callId", call, "method", method, "target", Map.of("type", type, "id", id));
    }

    private static Map<String, Object> consult(String call, String method, String number) {
        return and(order(call, method, number), Map.of("consult", true));
    }

    private static Map<String, Object> confirmed(String call, String method, String number) {
        return and(order(call, method, number), Map.of("confirmed", true));
    }

    private static Map<String, Object> withDefaults(Map<String, Object> order) {
        return and(order, Map.of("consult", false, "confirmed", false));
    }

    private static Map<String, Object> and(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    private static Map<String, Long> version(Api api, String path) {
        return Map.of("version", api.get(path).body().path("version").asLong());
    }

    private static Answer steer(Desk desk, String call, String move) {
        return desk.api().post("/api/calls/" + call + "/" + move, Map.of());
    }

    /** The state of this agent's call, or "gone". */
    private static String state(Desk desk, String call) {
        for (JsonNode each : desk.api().get("/api/calls").body()) {
            if (each.path("id").asText().equals(call)) {
                return each.path("state").asText();
            }
        }
        return "gone";
    }

    private static String problem(Answer answer) {
        assertThat(answer.type()).as("%s", answer).startsWith("application/problem+json");
        return answer.status() + " " + answer.code();
    }
}
