package org.supertransfer.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.PresenceChanged;
import org.supertransfer.call.CallChanged;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.report.BoardChange;
import org.supertransfer.transfer.MessageCode;
import org.supertransfer.transfer.TransferChanged;
import org.supertransfer.web.api.Samples;
import org.supertransfer.web.api.SupervisorSamples;
import org.supertransfer.web.api.Yaml;
import org.supertransfer.web.live.Frames.Truth;

class LiveEventsTest {
    private final FakePage anna = new FakePage("1");
    private final FakePage annasOther = new FakePage("2");
    private final FakePage bertta = new FakePage("3");
    private final LiveSockets sockets = new LiveSockets();
    private final LiveEvents events = new LiveEvents();
    private final PresenceNews news = new PresenceNews();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private @Nullable RuntimeException noSnapshot;

    @BeforeEach
    void openPages() {
        sockets.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, called, given) -> {
                    later.add((Runnable) given[0]);
                    return null;
                });
        sockets.snapshot = new LiveSnapshot() {
            @Override
            Truth of(String username) {
                if (noSnapshot != null) {
                    throw noSnapshot;
                }
                return truth();
            }
        };
        events.sockets = sockets;
        events.presenceNews = news;
        news.sockets = sockets;
        news.scheduler = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, called, given) -> {
                    later.add((Runnable) given[0]);
                    return null;
                });
        sockets.open(anna.session(), "anna");
        sockets.open(annasOther.session(), "anna");
        sockets.open(bertta.session(), "bertta");
    }

    @Test
    void whatHappensBeforeTheSnapshot_followsIt() {
        events.on(new CallChanged("anna", Samples.INCOMING));
        assertThat(anna.got).isEmpty();
        runLater();
        assertThat(types(anna)).containsExactly("snapshot", "call");
        assertThat(types(annasOther)).containsExactly("snapshot", "call");
        assertThat(types(bertta)).containsExactly("snapshot");
    }

    @Test
    void transferAndMessage_reachTheirTransferorOnly() {
        runLater();
        events.on(new TransferChanged("anna", true, Samples.RETURNED));
        events.on(Samples.MESSAGE);
        assertThat(types(anna)).containsExactly("snapshot", "transfer", "message");
        assertThat(types(bertta)).containsExactly("snapshot");
    }

    @Test
    void transferNotForItsTransferor_reachesNobody() {
        runLater();
        events.on(new TransferChanged("anna", false, Samples.BLIND));
        assertThat(types(anna)).containsExactly("snapshot");
        assertThat(types(bertta)).containsExactly("snapshot");
    }

    @Test
    void presence_reachesItsAgentAtOnce_theOthersSoon() {
        runLater();
        events.on(new PresenceChanged("bertta", "Bertta", Availability.BUSY, Instant.EPOCH, 9));
        assertThat(last(bertta).getString("availability")).isEqualTo("BUSY");
        assertThat(types(anna)).containsExactly("snapshot");
        runLater();
        assertThat(last(anna).getString("id")).isEqualTo("bertta");
        assertThat(types(bertta)).containsExactly("snapshot", "presence");
    }

    @Test
    void presenceThatChangesTwice_reachesTheOthersOnce() {
        runLater();
        events.on(new PresenceChanged("bertta", "Bertta", Availability.AVAILABLE, Instant.EPOCH, 10));
        events.on(new PresenceChanged("bertta", "Bertta", Availability.BUSY, Instant.EPOCH, 9));
        runLater();
        assertThat(types(anna)).containsExactly("snapshot", "presence");
        assertThat(last(anna).getString("availability")).isEqualTo("AVAILABLE");
        events.on(new PresenceChanged("bertta", "Bertta", Availability.BUSY, Instant.EPOCH, 11));
        runLater();
        assertThat(last(anna).getString("availability")).isEqualTo("BUSY");
    }

    @Test
    void everybodyChangesAtOnce_pageThatKeepsUpStaysOpenAndIsToldAll() {
        runLater();
        anna.stalled();
        for (int i = 0; i < 300; i++) {
            events.on(new PresenceChanged("agent" + i, "Agent", Availability.AWAY, Instant.EPOCH, 1));
        }
        while (!later.isEmpty()) {
            later.remove().run();
            anna.readAll();
        }
        assertThat(anna.closed).isNull();
        assertThat(anna.got).hasSize(301);
    }

    @Test
    void newsThatComeMeanwhile_areToldAfterTheRest() {
        runLater();
        for (int i = 0; i < 150; i++) {
            events.on(new PresenceChanged("agent" + i, "Agent", Availability.AWAY, Instant.EPOCH, 1));
        }
        later.remove().run();
        events.on(new PresenceChanged("agent0", "Agent", Availability.BUSY, Instant.EPOCH, 2));
        events.on(new PresenceChanged("agent149", "Agent", Availability.BUSY, Instant.EPOCH, 2));
        runLater();
        assertThat(bertta.got).hasSize(152);
        assertThat(last(bertta).getString("id")).isEqualTo("agent0");
        assertThat(parsed(bertta.got.get(150)).getString("availability")).isEqualTo("BUSY");
    }

    @Test
    void goneSocket_getsNothing() {
        runLater();
        sockets.gone(anna.session());
        events.on(Samples.PRESENCE);
        runLater();
        assertThat(types(anna)).containsExactly("snapshot");
        assertThat(types(annasOther)).containsExactly("snapshot", "presence");
    }

    @Test
    void pageTooMany_isRefused_untilAnotherGoes() {
        for (int i = 2; i < LiveSockets.PER_USER; i++) {
            sockets.open(new FakePage("more" + i).session(), "anna");
        }
        FakePage refused = new FakePage("refused");
        sockets.open(refused.session(), "anna");
        runLater();
        assertThat(refused.got).isEmpty();
        assertThat(Objects.requireNonNull(refused.closed).getCloseCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);
        assertThat(refused.closed.getReasonPhrase()).contains("too many pages");
        assertThat(types(anna)).containsExactly("snapshot");

        sockets.gone(anna.session());
        FakePage next = new FakePage("next");
        sockets.open(next.session(), "anna");
        runLater();
        assertThat(types(next)).containsExactly("snapshot");
        assertThat(types(bertta)).containsExactly("snapshot");
    }

    @Test
    void slowPage_isClosed_theOthersGoOn() {
        anna.stalled();
        runLater();
        for (int i = 0; i < LiveSocket.CAPACITY + 2; i++) {
            sockets.toOthers("nobody", () -> Frames.presence(Samples.PRESENCE));
        }
        runLater();
        assertThat(Objects.requireNonNull(anna.closed).getCloseCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);
        assertThat(bertta.closed).isNull();
        assertThat(bertta.got).hasSize(LiveSocket.CAPACITY + 3);
    }

    @Test
    void snapshotThatFails_closes_soThatThePageTriesAgain() {
        noSnapshot = new Refused(Refusal.UNAVAILABLE, "No database.");
        runLater();
        assertThat(Objects.requireNonNull(anna.closed).getCloseCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);
        assertThat(anna.got).isEmpty();
    }

    @Test
    void shutDown_closesAll() {
        runLater();
        sockets.stop();
        runLater();
        assertThat(anna.closed).isNotNull();
        assertThat(bertta.closed).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyFrame_hasTheFieldsOfItsDescription(FrameType type) {
        Yaml document = Yaml.document("asyncapi.yaml");
        assertThat(document.map("components", "messages")).hasSameSizeAs(FrameType.values());
        assertThat(document.map("channels", "live", "messages")).containsKey(type.wire());
        JsonObject frame = sample(type);
        assertThat(frame.getString("type")).isEqualTo(type.wire());
        assertThat(frame.keySet())
                .isEqualTo(document.properties(document.map("components", "messages", type.wire(), "payload")));
    }

    /** What a page is shown first has the shapes of what follows, down to the last field. */
    @Test
    void snapshotsParts_haveTheFieldsOfTheirDescriptions() {
        Yaml frames = Yaml.document("asyncapi.yaml");
        Yaml rest = Yaml.document("openapi.yaml");
        JsonObject snapshot = sample(FrameType.SNAPSHOT);
        JsonObject transfer = snapshot.getJsonArray("transfers").getJsonObject(0);
        assertThat(fields(snapshot.getJsonObject("me"))).isEqualTo(schema(rest, "Me"));
        assertThat(fields(snapshot.getJsonArray("calls").getJsonObject(0))).isEqualTo(schema(rest, "Call"));
        Set<String> withMessages = new HashSet<>(schema(rest, "Transfer"));
        withMessages.add("messages");
        assertThat(fields(transfer)).isEqualTo(withMessages);
        assertThat(fields(transfer.getJsonArray("messages").getJsonObject(0))).isEqualTo(payload(frames, "message"));
        assertThat(fields(snapshot.getJsonArray("presence").getJsonObject(0))).isEqualTo(payload(frames, "presence"));
    }

    private static Set<String> fields(JsonObject object) {
        return object.keySet();
    }

    private static Set<String> schema(Yaml document, String name) {
        return document.properties(document.map("components", "schemas", name));
    }

    private static Set<String> payload(Yaml document, String message) {
        return document.properties(document.map("components", "messages", message, "payload"));
    }

    @Test
    void messageCodes_areComplete() {
        assertThat(Yaml.document("asyncapi.yaml")
                        .constants("components", "messages", "message", "payload", "properties", "code"))
                .containsExactly(java.util.Arrays.stream(MessageCode.values())
                        .map(MessageCode::name)
                        .toArray(String[]::new));
    }

    @Test
    void snapshot_givesEachTransferItsMessages() {
        JsonObject transfer = Frames.snapshot(truth()).getJsonArray("transfers").getJsonObject(0);
        assertThat(transfer.getString("id")).isEqualTo(Samples.ID);
        assertThat(transfer.getJsonArray("messages").getJsonObject(0)).isEqualTo(Frames.message(Samples.MESSAGE));
    }

    private static JsonObject sample(FrameType type) {
        return switch (type) {
            case SNAPSHOT -> Frames.snapshot(truth());
            case CALL -> Frames.call(Samples.INCOMING);
            case TRANSFER -> Frames.transfer(Samples.RETURNED);
            case MESSAGE -> Frames.message(Samples.MESSAGE);
            case PRESENCE -> Frames.presence(Samples.PRESENCE);
            case BOARD -> Frames.board(BoardChange.whole(SupervisorSamples.BOARD));
            case ALIVE -> Frames.alive();
        };
    }

    private static Truth truth() {
        return new Truth(
                Samples.ANNA,
                List.of(Samples.INCOMING),
                List.of(Samples.RETURNED),
                List.of(Samples.MESSAGE),
                List.of(Samples.PRESENCE));
    }

    private void runLater() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private static List<String> types(FakePage page) {
        return page.got.stream().map(frame -> parsed(frame).getString("type")).toList();
    }

    private static JsonObject last(FakePage page) {
        return parsed(page.got.get(page.got.size() - 1));
    }

    private static JsonObject parsed(String frame) {
        return JsonProvider.provider().createReader(new StringReader(frame)).readObject();
    }
}
