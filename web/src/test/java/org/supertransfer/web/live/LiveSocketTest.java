package org.supertransfer.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveSocketTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final FakePage page = new FakePage("1");
    private final LiveSocket socket = new LiveSocket(page.session(), "anna", Runnable::run, NOW);

    @Test
    void framesBeforeTheSnapshot_followIt_inOrder() {
        socket.offer("a");
        socket.offer("b");
        assertThat(page.got).isEmpty();
        socket.begin("snapshot");
        socket.offer("c");
        assertThat(page.got).containsExactly("snapshot", "a", "b", "c");
    }

    @Test
    void slowPage_hasOneFrameInFlight_andLosesNone() {
        page.stalled();
        socket.begin("snapshot");
        socket.offer("a");
        socket.offer("b");
        assertThat(page.got).containsExactly("snapshot");
        page.read();
        assertThat(page.got).containsExactly("snapshot", "a");
        page.read();
        page.read();
        assertThat(page.got).containsExactly("snapshot", "a", "b");
        socket.offer("c");
        assertThat(page.got).endsWith("c");
    }

    @Test
    void pageThatReadsNothing_isClosed_onceTheQueueIsFull() {
        page.stalled();
        socket.begin("snapshot");
        offer(LiveSocket.CAPACITY);
        assertThat(page.closed).isNull();
        offer(1);
        assertThat(closeCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);
        page.closed = null;
        offer(1);
        assertThat(page.closed).isNull();
    }

    @Test
    void pageClosedForSlowness_getsNothingMore() {
        page.stalled();
        socket.begin("snapshot");
        offer(LiveSocket.CAPACITY + 1);
        page.read();
        assertThat(page.got).containsExactly("snapshot");
    }

    @Test
    void snapshotThatNeverComes_keepsTheQueueBounded() {
        offer(LiveSocket.CAPACITY + 1);
        assertThat(page.closed).isNotNull();
        socket.begin("snapshot");
        assertThat(page.got).isEmpty();
    }

    @Test
    void fullQueueReadAtOnce_needsNoDeepStack() throws InterruptedException {
        offer(LiveSocket.CAPACITY);
        List<Throwable> thrown = new ArrayList<>();
        Thread small = new Thread(null, () -> socket.begin("snapshot"), "small stack", 128 * 1024);
        small.setUncaughtExceptionHandler((thread, error) -> thrown.add(error));
        small.start();
        small.join();
        assertThat(thrown).isEmpty();
        assertThat(page.got).hasSize(LiveSocket.CAPACITY + 1);
    }

    @Test
    void brokenLine_closes() {
        page.stalled();
        socket.begin("snapshot");
        page.breakOff();
        assertThat(closeCode()).isEqualTo(CloseCodes.GOING_AWAY);
    }

    @Test
    void pong_keepsOpen_silenceCloses() {
        socket.ping(NOW.plusSeconds(25));
        assertThat(page.pings).isEqualTo(1);
        socket.heard(NOW.plusSeconds(25));
        socket.ping(NOW.plusSeconds(75));
        assertThat(page.closed).isNull();
        socket.ping(NOW.plusSeconds(100));
        assertThat(closeCode()).isEqualTo(CloseCodes.GOING_AWAY);
    }

    @Test
    void ping_isHeardByThePageToo_behindWhatWaits() {
        page.stalled();
        socket.begin("snapshot");
        socket.ping(NOW.plusSeconds(25));
        page.read();
        assertThat(page.got).containsExactly("snapshot", "{\"type\":\"alive\"}");
    }

    @Test
    void pageThatAnswersNoPing_hearsNothingMore() {
        socket.begin("snapshot");
        socket.ping(NOW.plusSeconds(61));
        assertThat(page.got).containsExactly("snapshot");
    }

    @Test
    void manyThreads_offeringAtOnce_sendOneAtATime() throws InterruptedException {
        socket.begin("snapshot");
        List<Thread> threads =
                IntStream.range(0, 4).mapToObj(i -> new Thread(() -> offer(50))).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(page.closed).isNull();
        assertThat(page.got).hasSize(201);
    }

    private void offer(int frames) {
        for (int i = 0; i < frames; i++) {
            socket.offer("frame");
        }
    }

    private CloseReason.CloseCode closeCode() {
        return Objects.requireNonNull(page.closed, "not closed").getCloseCode();
    }
}
