package org.supertransfer.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The scripted server's calls and transfers; a test moves them on, and each move is a frame with the next version. */
final class FakeLine {
    static final String CALL = "call-1";

    final Map<String, ObjectNode> calls = new LinkedHashMap<>();
    final Map<String, ObjectNode> transfers = new LinkedHashMap<>();
    private final FakePortal portal;
    private int versions;

    FakeLine(FakePortal portal) {
        this.portal = portal;
    }

    /** The customer's call comes into this state. */
    void call(String state) {
        call(state, "Maija Meikäläinen");
    }

    void call(String state, String name) {
        call(CALL, state, name);
    }

    void call(String id, String state, String name) {
        ObjectNode call = FakePortal.object("{'direction':'IN','inbound':{'number':'0201234500','name':'Laskutus'}}")
                .put("id", id)
                .put("state", state)
                .put("since", Instant.now().toString())
                .put("version", ++versions);
        call.putObject("party").put("number", "0501234567").put("name", name);
        if (state.equals("ENDED")) {
            calls.remove(id);
        } else {
            calls.put(id, call);
        }
        portal.push(call.deepCopy().put("type", "call"));
    }

    /** The only transfer, or the last one. */
    ObjectNode transfer() {
        return transfers.values().stream().reduce((first, second) -> second).orElseThrow();
    }

    void state(String state) {
        transfer().put("state", state).put("version", ++versions);
        pushTransfer();
    }

    /** The same call, which another agent passes on to this one. */
    void handedOver(String state, String by, @Nullable String note) {
        call(state);
        ObjectNode call = Objects.requireNonNull(calls.get(CALL));
        ObjectNode handover = call.put("version", ++versions).putObject("handover");
        handover.put("consult", false).put("note", note);
        handover.putObject("by").put("name", by).put("extension", "1202");
        portal.push(call.deepCopy().put("type", "call"));
    }

    void end(String outcome, String reason) {
        transfer().put("outcome", outcome).put("reason", reason);
        state(outcome);
    }

    void message(String code) {
        message(code, "");
    }

    void message(String code, String reason) {
        ArrayNode messages = transfer().withArrayProperty("messages");
        ObjectNode message = messages.addObject()
                .put("transferId", transfer().path("id").asText())
                .put("version", messages.size())
                .put("code", code)
                .put("at", Instant.now().toString());
        ObjectNode params = message.putObject("params");
        if (!reason.isEmpty()) {
            params.put("reason", reason);
        }
        portal.push(message.deepCopy().put("type", "message"));
    }

    /** The answer to the PUT; the same one when it comes again. */
    ObjectNode begin(String id, JsonNode order) {
        return Objects.requireNonNull(transfers.computeIfAbsent(id, key -> begun(id, order)));
    }

    ObjectNode place(JsonNode order) {
        ObjectNode call = FakePortal.object("{'id':'call-2','direction':'OUT','state':'RINGING'}")
                .put("since", Instant.now().toString())
                .put("version", ++versions);
        call.putObject("party").put("number", order.path("to").asText());
        calls.put("call-2", call);
        return call;
    }

    private ObjectNode begun(String id, JsonNode order) {
        boolean blind = order.path("method").asText().equals("BLIND");
        ObjectNode transfer = FakePortal.JSON
                .createObjectNode()
                .put("id", id)
                .put("callId", order.path("callId").asText())
                .put("method", order.path("method").asText())
                .put("consult", order.path("consult").asBoolean())
                .put("state", blind ? "UNATTENDED" : "HOLDING")
                .put("version", ++versions)
                .put("startedAt", Instant.now().toString());
        transfer.set("note", order.get("note"));
        if (blind) {
            transfer.put("pullBackUntil", Instant.now().plusSeconds(10).toString());
        }
        transfer.set("target", target(order.path("target")));
        return transfer;
    }

    private ObjectNode target(JsonNode ordered) {
        String type = ordered.path("type").asText();
        if (type.equals("NUMBER")) {
            return FakePortal.object("{'type':'NUMBER'}")
                    .put("number", ordered.path("number").asText());
        }
        return Objects.requireNonNull(portal.directory.targets.get(type)).stream()
                .filter(each ->
                        each.path("id").asText().equals(ordered.path("id").asText()))
                .findFirst()
                .orElseThrow();
    }

    private void pushTransfer() {
        ObjectNode frame = transfer().deepCopy().put("type", "transfer");
        frame.remove("messages");
        portal.push(frame);
    }
}
