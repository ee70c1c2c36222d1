package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.transfer.HistoryQuery;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.web.api.Rest.Answer;

/** What each call hands to its service. */
class RestWalkTest {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.AGENT));
    private static final UUID ID = UUID.fromString(Samples.ID);
    private static final String TRANSFER = "/transfers/" + Samples.ID;
    private static final String ORDER =
            "{\"callId\":\"c1\",\"method\":\"BLIND\",\"target\":{\"type\":\"NUMBER\",\"number\":\"0401000001\"}}";

    private final Rest rest = new Rest("agent");

    @Nested
    class Orders {
        @Test
        void orderWithDefaults_isFilledIn() {
            assertThat(rest.send("PUT", TRANSFER, ORDER).status()).isEqualTo(202);
            asked("put", ANNA, ID, order(TransferMethod.BLIND, TargetType.NUMBER, null, "0401000001"));
        }

        @Test
        void orderWithFieldsOfNoMeaning_equalsTheOneWithout() {
            rest.send(
                    "PUT",
                    TRANSFER,
                    "{\"callId\":\"c1\",\"method\":\"ATTENDED\",\"consult\":null,\"x\":1,"
                            + "\"target\":{\"type\":\"AGENT\",\"id\":\"bertta\",\"number\":\"1202\"}}");
            asked("put", ANNA, ID, order(TransferMethod.ATTENDED, TargetType.AGENT, "bertta", null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"not-a-uuid", "1-1-1-1-1", "0b9f7a52-7c5f-4f0e-8f35-0c8d3b1f9a1", "{}", "%20"})
        void badId_isMalformed(String id) {
            rest.send("PUT", "/transfers/" + id.replace("{}", "%7B%7D"), ORDER).refuses(400, "malformed");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{broken",
                    "",
                    "{}",
                    "{\"callId\":\"c1\",\"method\":\"LOUD\",\"target\":{\"type\":\"USER\",\"id\":\"u\"}}",
                    "{\"callId\":\"c1\",\"method\":\"BLIND\"}",
                    "{\"callId\":\"c1\",\"method\":\"BLIND\",\"target\":{\"type\":\"NUMBER\",\"id\":\"1202\"}}",
                    "{\"callId\":\"c1\",\"method\":\"BLIND\",\"target\":{\"type\":\"USER\",\"number\":\"1301\"}}",
                    "{\"callId\":7,\"method\":\"BLIND\",\"target\":{\"type\":\"USER\",\"id\":\"u\"}}"
                })
        void badOrder_isMalformed_andReachesNobody(String body) {
            rest.send("PUT", TRANSFER, body).refuses(400, "malformed");
            assertThat(rest.services.asked).isEmpty();
        }

        @Test
        void note_reachesTheService_andIsRefusedWhenTooLong() {
            rest.send("PUT", TRANSFER, ORDER.replaceFirst("\\{", "{\"note\":\" Lasku\\\\u0000 4711 \","));
            assertThat(rest.services.asked.toString()).contains("note=Lasku 4711");
            String tooLong = "{\"note\":\"" + "x".repeat(501) + "\",";
            rest.send("PUT", TRANSFER, ORDER.replaceFirst("\\{", tooLong)).refuses(400, "malformed");
        }

        @Test
        void target_isRefusedWhenLongerThanItsRowTakes() {
            String number = "0401000001" + " ".repeat(118);
            assertThat(rest.send("PUT", TRANSFER, ORDER.replace("0401000001", number))
                            .status())
                    .isEqualTo(202);
            asked("put", ANNA, ID, order(TransferMethod.BLIND, TargetType.NUMBER, null, number));
            rest.send("PUT", TRANSFER, ORDER.replace("0401000001", number + " "))
                    .refuses(400, "malformed");
            String agent = ORDER.replace("NUMBER", "AGENT").replace("number", "id");
            rest.send("PUT", TRANSFER, agent.replace("0401000001", "a".repeat(65)))
                    .refuses(400, "malformed");
        }

        @Test
        void badOrderUnderAUsedId_isIdUsed() {
            rest.services.used = true;
            rest.send("PUT", TRANSFER, "{broken").refuses(422, "id-used");
        }

        @Test
        void tooLongOrder_isTooLarge() {
            rest.send("PUT", TRANSFER, " ".repeat(20_000) + ORDER).refuses(413, "too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"complete", "cancel", "swap"})
        void move_carriesItsVersion(String move) {
            assertThat(rest.send("POST", TRANSFER + "/" + move, "{\"version\":4}")
                            .status())
                    .isEqualTo(202);
            asked(move, ANNA, ID, 4L);
            rest.send("POST", TRANSFER + "/" + move, "{}").refuses(400, "malformed");
            rest.send("POST", "/transfers/x/" + move, "{\"version\":4}").refuses(400, "malformed");
        }

        @Test
        void retrieve_isForSupervisors_whateverIsSent() {
            rest.send("POST", TRANSFER + "/retrieve", "{broken").refuses(403, "forbidden");
            assertThat(rest.services.asked).isEmpty();
            Rest supervisor = new Rest("supervisor");
            assertThat(supervisor
                            .send("POST", TRANSFER + "/retrieve", "{\"version\":4}")
                            .status())
                    .isEqualTo(202);
            assertThat(supervisor.services.asked)
                    .containsExactly(List.of("retrieve", new Caller("anna", Set.of(Role.SUPERVISOR)), ID, 4L));
        }

        @Test
        void rejectedMove_tellsTheState() {
            rest.services.failure = new Refused(Refusal.MOVE_REJECTED, "Not now.").with("state", "RETRIEVING");
            Answer answer = rest.send("POST", TRANSFER + "/swap", "{\"version\":4}");
            answer.refuses(409, "move-rejected");
            assertThat(answer.json().asJsonObject().getString("state")).isEqualTo("RETRIEVING");
        }

        private TransferOrder order(
                TransferMethod method, TargetType type, @Nullable String id, @Nullable String number) {
            return new TransferOrder("c1", method, false, false, new TransferOrder.Target(type, id, number));
        }
    }

    @Nested
    class History {
        @Test
        void everyFilter_isPassedOn() {
            rest.get("/transfers?from=2026-11-22T10:00:00%2B02:00&to=2026-11-22T09:00:00Z&agent=anna"
                    + "&outcome=FELL_BACK&target=130&page=2");
            asked(
                    "history",
                    ANNA,
                    new HistoryQuery(
                            Instant.parse("2026-11-22T08:00:00Z"),
                            Instant.parse("2026-11-22T09:00:00Z"),
                            "anna",
                            TransferState.FELL_BACK,
                            "130",
                            2));
        }

        @Test
        void emptyFilters_meanAny() {
            rest.get("/transfers?from=&to=&agent=&outcome=&target=&page=");
            asked("history", ANNA, new HistoryQuery(null, null, null, null, null, 0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "from=yesterday",
                    "from=2026-11-22",
                    "to=2026-11-22T10:00:00+02:00",
                    "from=2026-11-22T10:00:00Z&to=2026-11-22T09:00:00Z",
                    "outcome=RINGING",
                    "outcome=completed",
                    "page=-1",
                    "page=1.5",
                    "page=1000001",
                    "page=99999999999"
                })
        void badFilter_isMalformed(String query) {
            rest.get("/transfers?" + query).refuses(400, "malformed");
        }
    }

    @Nested
    class Others {
        @Test
        void settings_arePassedOn() {
            rest.send("PUT", "/me/state", "{\"state\":\"AWAY\"}");
            asked("state", "anna", Availability.AWAY);
            rest.send("PUT", "/me/language", "{\"language\":\"sv\"}");
            asked("language", "anna", "sv");
            rest.send("PUT", "/me/state", "{\"state\":\"BUSY\"}").refuses(400, "malformed");
        }

        @Test
        void preferences_arePassedOnAsTheyAre() {
            assertThat(rest.get("/me/preferences").body()).isEqualTo("{\"theme\":\"dark\"}");
            assertThat(rest.send("PUT", "/me/preferences", "{ \"sounds\": true, \"shortcuts\": {\"blind\": \"b\"} }")
                            .status())
                    .isEqualTo(200);
            asked("keep", "anna", "{\"sounds\":true,\"shortcuts\":{\"blind\":\"b\"}}");
            rest.send("PUT", "/me/preferences", "[1]").refuses(400, "malformed");
            rest.send("PUT", "/me/preferences", "{\"x\":\"" + "y".repeat(17_000) + "\"}")
                    .refuses(413, "too-large");
        }

        @Test
        void password_isPassedOn_guessesWait() {
            assertThat(rest.send("PUT", "/me/password", "{\"old\":\"anna\",\"new\":\"correct horse\"}")
                            .status())
                    .isEqualTo(204);
            asked("password", "anna", "correct horse");
            rest.send("PUT", "/me/password", "{\"old\":\"anna\"}").refuses(400, "malformed");
            rest.services.failure = new Refused(Refusal.WRONG_PASSWORD, "No.");
            for (int i = 0; i < 5; i++) {
                rest.send("PUT", "/me/password", "{\"old\":\"guess\",\"new\":\"x\"}")
                        .refuses(422, "invalid");
            }
            Answer answer = rest.send("PUT", "/me/password", "{\"old\":\"anna\",\"new\":\"x\"}");
            answer.refuses(429, "too-many-attempts");
            assertThat(answer.response().getOutputHeaders().getFirst("Retry-After"))
                    .hasToString("1");
        }

        @Test
        void calls_areSteered() {
            assertThat(rest.send("POST", "/calls", "{\"to\":\"112\"}").status()).isEqualTo(202);
            asked("place", "anna", "112");
            assertThat(rest.send("POST", "/calls/c1/hangup", "{}").status()).isEqualTo(204);
            asked("hangUp", "anna", "c1");
            assertThat(rest.send("POST", "/calls/c1/hold", null).status()).isEqualTo(204);
            asked("hold", "anna", "c1");
            assertThat(rest.send("POST", "/calls/c1/resume", null).status()).isEqualTo(204);
            asked("resume", "anna", "c1");
        }

        @Test
        void targets_needAListedType() {
            rest.get("/targets?type=AGENT&q=vir");
            asked("targets", "anna", TargetType.AGENT, "vir");
            rest.get("/targets").refuses(400, "malformed");
            rest.get("/targets?type=NUMBER").refuses(400, "malformed");
            rest.get("/targets?type=AGENT&q=" + "x".repeat(101)).refuses(400, "malformed");
        }

        @ParameterizedTest
        @CsvSource({
            "0800%20123%20123, 0800 123 123",
            "%2B358112, +358112",
            "tel:+358-40-1, tel:+358-40-1",
            "sip:a@b.example%3Bx=1, sip:a@b.example;x=1",
            "1/2, 1/2",
            "abc, abc"
        })
        void pastedNumber_arrivesAsItWas(String path, String number) {
            assertThat(rest.get("/numbers/" + path).status()).isEqualTo(200);
            asked("look", "anna", number);
        }

        @Test
        void endlessNumber_isMalformed() {
            rest.get("/numbers/" + "1".repeat(129)).refuses(400, "malformed");
        }

        @Test
        void roles_comeFromTheSession() {
            Rest supervisor = new Rest("supervisor", "admin");
            supervisor.get(TRANSFER);
            assertThat(supervisor.services.asked)
                    .containsExactly(List.of("find", new Caller("anna", Set.of(Role.SUPERVISOR, Role.ADMIN)), ID));
        }
    }

    private void asked(Object... question) {
        assertThat(rest.services.asked).last().isEqualTo(List.of(question));
    }
}
