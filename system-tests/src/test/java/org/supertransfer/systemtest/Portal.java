package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.supertransfer.systemtest.Api.Answer;

/** The Contact Portal of one agent, as a page uses it: logged in, its socket open. Whose phone rings is another matter. */
public final class Portal implements AutoCloseable {
    private final Api api;
    private final Live live;

    private Portal(Api api) {
        this.api = api;
        this.live = api.live();
    }

    /** Logs in and waits for the first snapshot. */
    public static Portal open(URI http, Agent agent) {
        Portal portal = new Portal(Api.loggedIn(http, agent.username()));
        portal.live.snapshot();
        return portal;
    }

    public Api api() {
        return api;
    }

    public Live live() {
        return live;
    }

    /** Sets the state and expects to see it. */
    public void becomes(String state) {
        Answer answer = api.put("/api/me/state", Map.of("state", state));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        Until.seen("me " + state, () -> api.get("/api/me").body().path("state").asText(), state);
    }

    /** The agent's call in state CONNECTED, as REST shows it, waiting for it. */
    public JsonNode connected() {
        return Until.present("a connected call", () -> {
            for (JsonNode call : api.get("/api/calls").body()) {
                if (call.path("state").asText().equals("CONNECTED")) {
                    return call;
                }
            }
            return null;
        });
    }

    /** Begins a transfer that must be accepted; returns its id. */
    public String transfers(String callId, String method, boolean consult, Map<String, String> target) {
        String id = UUID.randomUUID().toString();
        Answer answer = api.put(
                "/api/transfers/" + id,
                Map.of("callId", callId, "method", method, "consult", consult, "target", target));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return id;
    }

    /** A move of a live transfer ({@code complete}, {@code cancel} or {@code swap}) with the version as it is now. */
    public Answer moves(String transferId, String move) {
        long version = transfer(transferId).path("version").asLong();
        return api.post("/api/transfers/" + transferId + "/" + move, Map.of("version", version));
    }

    /** The transfer as REST shows it. */
    public JsonNode transfer(String id) {
        return api.get("/api/transfers/" + id).body();
    }

    /** The transfer once it has this state. */
    public JsonNode transfer(String id, String state) {
        Until.seen("transfer " + id, () -> transfer(id).path("state").asText(), state);
        return transfer(id);
    }

    @Override
    public void close() {
        live.close();
        api.put("/api/me/state", Map.of("state", "AWAY"));
    }
}
