package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.Orders.fresh;
import static org.supertransfer.systemtest.Orders.order;
import static org.supertransfer.systemtest.Orders.problem;
import static org.supertransfer.systemtest.Orders.state;
import static org.supertransfer.systemtest.Orders.steer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Every REST call of the contract but the transfers', and each error it documents, on a server with phones. */
@ExtendWith(ServerExtension.class)
class RestIT {
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
            "tel%3A%2B358-40-100-0002%3Bext%3D1, MOBILE, true",
            "sip%3A1301%40house%3Buser%3Dphone, INTERNAL, true",
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
}
