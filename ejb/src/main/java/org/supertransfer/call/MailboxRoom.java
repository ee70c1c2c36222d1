package org.supertransfer.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mailboxes by name: what is posted to one is handled one at a time and in order, different ones at the same time. A box
 * exists only while it has work.
 */
final class MailboxRoom {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxRoom.class);

    private final Executor lanes;
    private final Map<String, Queue<Runnable>> boxes = new ConcurrentHashMap<>();
    private final Phaser running = new Phaser(1);
    private volatile boolean closed;

    MailboxRoom(Executor lanes) {
        this.lanes = lanes;
    }

    /** @throws IllegalStateException once closed */
    void post(String name, Runnable turn) {
        if (closed) {
            throw new IllegalStateException("stopping, nothing is taken for " + name);
        }
        boxes.compute(name, (key, box) -> {
            Queue<Runnable> into = box == null ? new ArrayDeque<>() : box;
            into.add(turn);
            if (box == null) {
                lanes.execute(() -> drain(key));
            }
            return into;
        });
    }

    <T> CompletableFuture<T> ask(String name, Supplier<T> turn) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(name, () -> {
            try {
                answer.complete(turn.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Takes nothing more, drops what has not begun, and waits for the turns that run. */
    void close(Duration atMost) {
        closed = true;
        int phase = running.arriveAndDeregister();
        try {
            running.awaitAdvanceInterruptibly(phase, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("mailboxes closed while turns still run");
        }
    }

    int size() {
        return boxes.size();
    }

    private void drain(String name) {
        if (running.register() < 0) {
            return;
        }
        try {
            for (Runnable turn = next(name); turn != null; turn = next(name)) {
                run(name, turn);
            }
        } finally {
            running.arriveAndDeregister();
        }
    }

    private static void run(String name, Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.error("a turn of {} failed", name, e);
        }
    }

    /** The next turn; null removes the empty box, in one step with finding it empty. */
    private @Nullable Runnable next(String name) {
        Runnable[] found = new Runnable[1];
        boxes.computeIfPresent(name, (key, box) -> {
            found[0] = closed ? null : box.poll();
            return found[0] == null ? null : box;
        });
        return found[0];
    }
}
