package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thing at a time, in order, whatever fails. */
class LaneTest {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
    private final Lane lane = new Lane(pool);

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    void tasks_runInOrder_neverTwoAtOnce() throws Exception {
        List<Integer> ran = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);

        IntStream.range(0, 1000)
                .forEach(i -> lane.execute(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    ran.add(i);
                    inside.decrementAndGet();
                }));
        lane.execute(done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isEqualTo(IntStream.range(0, 1000).boxed().toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void taskThatFails_leavesTheNextAlone() throws Exception {
        CountDownLatch next = new CountDownLatch(1);

        lane.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        lane.execute(next::countDown);

        assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void timerCancelledInTheLane_neverRuns_evenWhenItsTimeHasCome() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        lane.execute(() -> {
            Timer timer = lane.after(Duration.ZERO, ran::incrementAndGet);
            pool.schedule(late::countDown, 100, TimeUnit.MILLISECONDS);
            await(late);
            timer.cancel();
        });
        lane.after(Duration.ofMillis(200), done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
