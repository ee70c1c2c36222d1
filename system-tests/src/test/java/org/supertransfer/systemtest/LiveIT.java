package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk.Conversation;

/** What a page is told, when, and when no more. */
@ExtendWith(ServerExtension.class)
class LiveIT {
    private static final int USERS = 10;
    private static final int PAGES_OF_ONE = 20;

    private final Stage stage;

    LiveIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void handshake_needsASession_andNoForeignPage() {
        String user = stage.nextAgent().username();
        assertThat(handshake(List.of())).isEqualTo(401);
        assertThat(handshake(Http.basic(user, "wrong"))).isEqualTo(401);
        assertThat(handshake(with(Http.basic(user, user), "Origin", "http://evil.example")))
                .isEqualTo(403);
        assertThat(handshake(with(new Http(stage.http()).cookie(user), "Origin", "null")))
                .isEqualTo(403);
        assertThat(handshake(Http.basic(user, user))).isEqualTo(101);
        assertThat(handshake(new Http(stage.http()).cookie(user))).isEqualTo(101);
    }

    @Test
    void call_isTold_fromRingingToItsEnd_inOrder() {
        try (Desk desk = stage.desk()) {
            Conversation talk = desk.answersCallFrom(stage.customer());
            talk.call().hangUp();
            desk.live().await("the end", frame -> isCall(frame, talk, "ENDED"));
            List<JsonNode> calls = frames(desk.live(), "call", talk.callId());
            assertThat(texts(calls, "state"))
                    .startsWith("RINGING")
                    .contains("CONNECTED")
                    .endsWith("ENDED");
            assertRising(calls);
        }
    }

    @Test
    void attendedTransfer_isTold_stateByState_messageByMessage() {
        Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(300)));
        try (Desk desk = stage.desk()) {
            String id = desk.transfers(desk.answersCallFrom(stage.customer()), "ATTENDED", target.user());
            desk.live().message(id, "TRANSFER_SUCCEEDED");
            desk.live().await("the ending", frame -> isTransfer(frame, id, "COMPLETED"));
            List<JsonNode> transfers = frames(desk.live(), "transfer", id);
            assertThat(texts(transfers, "state"))
                    .startsWith("HOLDING")
                    .containsSubsequence("HOLDING", "DIALING", "CONNECTING", "COMPLETED")
                    .endsWith("COMPLETED");
            assertRising(transfers);
            assertThat(desk.live().codes(id))
                    .containsExactly("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
            assertThat(frames(desk.live(), "message", id))
                    .extracting(frame -> frame.path("version").asInt())
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void blindTransfer_isTold_onceAndNeverAgain_butCanBeAskedFor() {
        Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(300)));
        try (Desk desk = stage.desk()) {
            Conversation talk = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(talk, "BLIND", target.user());
            desk.live().await("the call is gone", frame -> isCall(frame, talk, "ENDED"));
            desk.transfer(id, "COMPLETED");
            afterwards(desk);
            assertThat(desk.live().codes(id)).containsExactly("TRANSFER_STARTED");
            assertThat(texts(frames(desk.live(), "transfer", id), "state")).allMatch("UNATTENDED"::equals);
            try (Live fresh = desk.api().live()) {
                assertThat(fresh.snapshot().path("transfers")).isEmpty();
                assertThat(fresh.snapshot().path("calls")).isEmpty();
            }
            assertThat(desk.transfer(id).path("outcome").asText()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void freshPage_seesTheLiveTransferWithItsMessages() {
        Phone target = stage.target(Behaviour.rings());
        try (Desk desk = stage.desk()) {
            Conversation talk = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(talk, "ATTENDED", target.user());
            desk.live().message(id, "TARGET_RINGING");
            try (Live fresh = desk.api().live()) {
                JsonNode snapshot = fresh.snapshot();
                JsonNode transfer = snapshot.path("transfers").path(0);
                assertThat(transfer.path("id").asText()).isEqualTo(id);
                assertThat(transfer.path("messages").findValuesAsText("code"))
                        .containsExactly("TRANSFER_STARTED", "TARGET_RINGING");
                JsonNode call = snapshot.path("calls").path(0);
                assertThat(call.path("id").asText()).isEqualTo(talk.callId());
                assertThat(call.path("transferId").asText()).isEqualTo(id);
                assertThat(snapshot.path("me").path("username").asText())
                        .isEqualTo(desk.agent().username());
                fresh.message(id, "RETURNED");
            }
        }
    }

    @Test
    void anotherAgentsCall_isNotTold() {
        try (Desk desk = stage.desk();
                Desk stranger = stage.desk()) {
            Conversation talk = desk.answersCallFrom(stage.customer());
            afterwards(stranger);
            assertThat(stranger.live().frames().toString()).doesNotContain(talk.callId());
            desk.phone().liveCall().ifPresent(PhoneCall::hangUp);
        }
    }

    @Test
    void logOut_closesTheSocketsOfThatSessionAlone() {
        String user = stage.nextAgent().username();
        Api one = Api.loggedIn(stage.http(), user);
        Api other = Api.loggedIn(stage.http(), user);
        try (Live first = one.live();
                Live second = one.live();
                Live third = other.live()) {
            third.snapshot();
            assertThat(one.delete("/api/session").status()).isEqualTo(204);
            assertThat(first.closeCode()).isEqualTo(1008);
            assertThat(second.closeCode()).isEqualTo(1008);
            other.put("/api/me/state", Map.of("state", "AVAILABLE"));
            third.await("presence", frame -> isPresence(frame, user));
        }
    }

    @Test
    void pageTooMany_isRefusedWithAReason_andTheOthersGoOn() {
        Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
        List<Live> pages = new ArrayList<>();
        try {
            for (int i = 0; i < PAGES_OF_ONE; i++) {
                pages.add(api.live());
            }
            pages.forEach(Live::snapshot);
            try (Live refused = api.live()) {
                assertThat(refused.closeCode()).isEqualTo(1013);
                assertThat(refused.frames()).isEmpty();
            }
        } finally {
            pages.forEach(Live::close);
        }
    }

    @Test
    void hundredsOfPages_areAllTold() {
        List<Live> pages = new ArrayList<>();
        try {
            for (int i = 0; i < USERS; i++) {
                Api api = Api.loggedIn(stage.http(), stage.nextAgent().username());
                for (int j = 0; j < PAGES_OF_ONE; j++) {
                    pages.add(api.live());
                }
            }
            pages.forEach(Live::snapshot);
            String user = stage.nextAgent().username();
            Api.loggedIn(stage.http(), user).put("/api/me/state", Map.of("state", "AVAILABLE"));
            pages.forEach(page -> page.await("presence", frame -> isPresence(frame, user)));
        } finally {
            pages.forEach(Live::close);
        }
    }

    /** Something later on the same socket has come, so whatever was sent before has too. */
    private static void afterwards(Desk desk) {
        long version = desk.api()
                .put("/api/me/state", Map.of("state", "AWAY"))
                .body()
                .path("version")
                .asLong();
        desk.live()
                .await(
                        "own presence",
                        frame -> isPresence(frame, desk.agent().username())
                                && frame.path("version").asLong() >= version);
    }

    private int handshake(List<String> headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        try {
            builder.buildAsync(
                            URI.create(stage.http().toString().replace("http", "ws") + "/live"),
                            new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static List<String> with(List<String> headers, String name, String value) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(name, value));
        return all;
    }

    private static boolean isCall(JsonNode frame, Conversation talk, String state) {
        return is(frame, "call", talk.callId()) && frame.path("state").asText().equals(state);
    }

    private static boolean isTransfer(JsonNode frame, String id, String state) {
        return is(frame, "transfer", id) && frame.path("state").asText().equals(state);
    }

    private static boolean isPresence(JsonNode frame, String username) {
        return is(frame, "presence", username);
    }

    private static boolean is(JsonNode frame, String type, String id) {
        return frame.path("type").asText().equals(type)
                && frame.path("id").asText().equals(id);
    }

    private static List<JsonNode> frames(Live live, String type, String id) {
        return live.frames().stream().filter(frame -> is(frame, type, id)).toList();
    }

    private static List<String> texts(List<JsonNode> frames, String field) {
        return frames.stream().map(frame -> frame.path(field).asText()).toList();
    }

    private static void assertRising(List<JsonNode> frames) {
        List<Long> versions =
                frames.stream().map(frame -> frame.path("version").asLong()).toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }
}
