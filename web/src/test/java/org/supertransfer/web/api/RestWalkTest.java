package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
            refused(rest.send("PUT", "/transfers/" + id.replace("{}", "%7B%7D"), ORDER), 400, "malformed");
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
            refused(rest.send("PUT", TRANSFER, body), 400, "malformed");
            assertThat(rest.services.asked).isEmpty();
        }

        @Test
        void badOrderUnderAUsedId_isIdUsed() {
            rest.services.used = true;
            refused(rest.send("PUT", TRANSFER, "{broken"), 422, "id-used");
        }

        @Test
        void tooLongOrder_isTooLarge() {
            refused(rest.send("PUT", TRANSFER, " ".repeat(20_000) + ORDER), 413, "too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"complete", "cancel", "swap"})
        void move_carriesItsVersion(String move) {
            assertThat(rest.send("POST", TRANSFER + "/" + move, "{\"version\":4}")
                            .status())
                    .isEqualTo(202);
            asked(move, ANNA, ID, 4L);
            refused(rest.send("POST", TRANSFER + "/" + move, "{}"), 400, "malformed");
            refused(rest.send("POST", "/transfers/x/" + move, "{\"version\":4}"), 400, "malformed");
        }

        @Test
        void rejectedMove_tellsTheState() {
            rest.services.failure = new Refused(Refusal.MOVE_REJECTED, "Not now.").with("state", "RETRIEVING");
            Answer answer = rest.send("POST", TRANSFER + "/swap", "{\"version\":4}");
            refused(answer, 409, "move-rejected");
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
            refused(rest.get("/transfers?" + query), 400, "malformed");
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
            refused(rest.send("PUT", "/me/state", "{\"state\":\"BUSY\"}"), 400, "malformed");
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
            refused(rest.get("/targets"), 400, "malformed");
            refused(rest.get("/targets?type=NUMBER"), 400, "malformed");
            refused(rest.get("/targets?type=AGENT&q=" + "x".repeat(101)), 400, "malformed");
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
            refused(rest.get("/numbers/" + "1".repeat(129)), 400, "malformed");
        }

        @Test
        void roles_comeFromTheSession() {
            Rest supervisor = new Rest("supervisor", "admin");
            supervisor.get(TRANSFER);
            assertThat(supervisor.services.asked)
                    .containsExactly(List.of("find", new Caller("anna", Set.of(Role.SUPERVISOR, Role.ADMIN)), ID));
        }
    }

    @Nested
    class Failures {
        @ParameterizedTest
        @EnumSource
        void everyRefusal_isAProblemWithItsCode(Refusal refusal) {
            rest.services.failure = new Refused(refusal, "Why.");
            Answer answer = rest.send("PUT", TRANSFER, ORDER);
            refused(answer, answer.status(), refusal.code());
            assertThat(answer.status()).isBetween(400, 503);
        }

        @ParameterizedTest
        @CsvSource({
            "GET, /nothing, 404, not-found",
            "GET, /calls/c1/steal, 404, not-found",
            "PATCH, /me, 405, method-not-allowed",
            "DELETE, /transfers, 405, method-not-allowed"
        })
        void unknownPathOrMethod_isAProblem(String method, String path, int status, String code) {
            refused(rest.send(method, path, null), status, code);
        }

        @Test
        void wrongMethod_namesTheRightOnes() {
            assertThat(rest.send("DELETE", "/calls", null)
                            .response()
                            .getOutputHeaders()
                            .getFirst("Allow")
                            .toString())
                    .contains("GET", "POST");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
        void bodyThatAFormCanSend_isRefused(String type) {
            refused(rest.send("PUT", TRANSFER, ORDER, type, "application/json"), 415, "unsupported-media-type");
        }

        @Test
        void otherAcceptedType_isAProblem() {
            refused(rest.send("GET", "/me", null, "", "text/csv"), 406, "not-acceptable");
        }

        @Test
        void lostDatabase_isUnavailable() {
            rest.services.failure = new EJBException(new IllegalStateException(new SQLException("gone", "08006")));
            refused(rest.get("/calls"), 503, "unavailable");
        }

        @Test
        void wrongSql_isAnIncident_notUnavailable() {
            rest.services.failure = new EJBException(new SQLException("syntax", "42601"));
            Answer answer = rest.get("/calls");
            refused(answer, 500, "internal-error");
            assertThat(answer.json().asJsonObject().getString("incident")).hasSize(36);
            assertThat(answer.body()).doesNotContain("syntax");
        }

        @Test
        void missingRole_isForbidden() {
            rest.services.failure = new EJBAccessException("no");
            refused(rest.get("/calls"), 403, "forbidden");
        }
    }

    private void asked(Object... question) {
        assertThat(rest.services.asked).last().isEqualTo(List.of(question));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.mediaType()).as(answer.body()).startsWith("application/problem+json");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().asJsonObject().getInt("status")).isEqualTo(status);
        assertThat(answer.json().asJsonObject().getString("detail")).isNotBlank();
    }
}
