package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.api.Rest.Answer;

/** Whatever goes wrong, the answer is one kind of document. */
class RestFailuresTest {
    private static final String TRANSFER = "/transfers/" + Samples.ID;
    private static final String ORDER =
            "{\"callId\":\"c1\",\"method\":\"BLIND\",\"target\":{\"type\":\"NUMBER\",\"number\":\"0401000001\"}}";

    private final Rest rest = new Rest("agent");

    @ParameterizedTest
    @EnumSource
    void everyRefusal_isAProblemWithItsCode(Refusal refusal) {
        rest.services.failure = new Refused(refusal, "Why.");
        Answer answer = rest.send("PUT", TRANSFER, ORDER);
        answer.refuses(answer.status(), refusal.code());
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
        rest.send(method, path, null).refuses(status, code);
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
        rest.send("PUT", TRANSFER, ORDER, type, "application/json").refuses(415, "unsupported-media-type");
    }

    @Test
    void otherAcceptedType_isAProblem() {
        rest.send("GET", "/me", null, "", "text/csv").refuses(406, "not-acceptable");
    }

    @Test
    void lostDatabase_isUnavailable() {
        rest.services.failure = new EJBException(new IllegalStateException(new SQLException("gone", "08006")));
        rest.get("/calls").refuses(503, "unavailable");
    }

    @Test
    void wrongSql_isAnIncident_notUnavailable() {
        rest.services.failure = new EJBException(new SQLException("syntax", "42601"));
        Answer answer = rest.get("/calls");
        answer.refuses(500, "internal-error");
        assertThat(answer.json().asJsonObject().getString("incident")).hasSize(36);
        assertThat(answer.body()).doesNotContain("syntax");
    }

    @Test
    void missingRole_isForbidden() {
        rest.services.failure = new EJBAccessException("no");
        rest.get("/calls").refuses(403, "forbidden");
    }
}
