package org.supertransfer.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxRoomTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final MailboxRoom room = new MailboxRoom(threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void turnsOfOneName_runInOrderAndNeverTogether() throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 500)
                .forEach(number -> room.post("call", () -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    order.add(number);
                    together.decrementAndGet();
                }));
        room.ask("call", () -> true).get(10, TimeUnit.SECONDS);
        assertThat(order).isEqualTo(IntStream.range(0, 500).boxed().toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void turnsOfTwoNames_doNotWaitForEachOther() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        room.post("one", () -> await(gate));
        assertThat(room.ask("other", () -> "passed").get(10, TimeUnit.SECONDS)).isEqualTo("passed");
        gate.countDown();
    }

    @Test
    void failingTurn_failsItsAnswerAndNothingElse() throws Exception {
        CompletableFuture<Object> failing = room.ask("call", () -> {
            throw new IllegalArgumentException("no");
        });
        room.post("call", () -> {
            throw new IllegalStateException("logged");
        });
        assertThat(room.ask("call", () -> "next").get(10, TimeUnit.SECONDS)).isEqualTo("next");
        assertThatThrownBy(failing::get).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closing_waitsForTheRunningTurnAndDropsTheRest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        room.post("call", () -> {
            begun.countDown();
            await(gate);
            done.incrementAndGet();
        });
        room.post("call", done::incrementAndGet);
        begun.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> room.close(Duration.ofSeconds(10)));
        assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isNotNull();
        gate.countDown();
        closing.get(10, TimeUnit.SECONDS);
        assertThat(done).hasValue(1);
        assertThatThrownBy(() -> room.post("call", () -> {})).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
