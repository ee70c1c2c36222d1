package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.supertransfer.systemtest.Api.Answer;

/** How the walks through REST say what they send and what they got. */
final class Orders {
    private Orders() {}

    /** The address of a transfer that nobody has. */
    static String fresh() {
        return "/api/transfers/" + UUID.randomUUID();
    }

    static Map<String, Object> order(String call, String method, String number) {
        return Map.of("callId", call, "method", method, "target", Map.of("type", "NUMBER", "number", number));
    }

    static Map<String, Object> order(String call, String method, String type, String id) {
        return Map.of("callId", call, "method", method, "target", Map.of("type", type, "id", id));
    }

    static Map<String, Object> consult(String call, String method, String number) {
        return and(order(call, method, number), Map.of("consult", true));
    }

    static Map<String, Object> confirmed(String call, String method, String number) {
        return and(order(call, method, number), Map.of("confirmed", true));
    }

    static Map<String, Object> withDefaults(Map<String, Object> order) {
        return and(order, Map.of("consult", false, "confirmed", false));
    }

    /** The ids that the history answers with. */
    static List<String> found(Api api, String query) {
        return StreamSupport.stream(api.get(query).body().path("transfers").spliterator(), false)
                .map(transfer -> transfer.path("id").asText())
                .toList();
    }

    static Map<String, Long> version(Api api, String path) {
        return Map.of("version", api.get(path).body().path("version").asLong());
    }

    static Answer steer(Desk desk, String call, String move) {
        return desk.api().post("/api/calls/" + call + "/" + move, Map.of());
    }

    /** The state of this agent's call, or "gone". */
    static String state(Desk desk, String call) {
        for (JsonNode each : desk.api().get("/api/calls").body()) {
            if (each.path("id").asText().equals(call)) {
                return each.path("state").asText();
            }
        }
        return "gone";
    }

    /** Status and code of a problem; an assertion when the answer is none. */
    static String problem(Answer answer) {
        assertThat(answer.type()).as("%s", answer).startsWith("application/problem+json");
        return answer.status() + " " + answer.code();
    }

    private static Map<String, Object> and(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }
}
