package org.supertransfer.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until somebody takes the next task from it. Tasks run in the caller's thread, by their time
 * and then in the order in which they were given. What a task throws goes to who runs the clock.
 */
public final class VirtualTime extends AbstractExecutorService implements ScheduledExecutorService {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private LongSupplier handOver = () -> 0;
    private long now;
    private long given;

    /** @param micros how long a task given for now waits for a thread: chance, as on a machine with several */
    public void handOver(LongSupplier micros) {
        handOver = micros;
    }

    /** Microseconds since the beginning. */
    public long micros() {
        return now;
    }

    /** How many tasks wait. */
    public int pending() {
        return tasks.size();
    }

    /** The time of the next task, {@code Long.MAX_VALUE} when there is none. */
    public long next() {
        Task first = tasks.peek();
        return first == null ? Long.MAX_VALUE : first.at;
    }

    /** Runs the next task; false when there is none. */
    public boolean step() {
        Task first = tasks.poll();
        if (first == null) {
            return false;
        }
        now = first.at;
        first.over = true;
        first.task.run();
        return true;
    }

    /** Runs what is due within this time, and lets it pass. */
    public void pass(Duration time) {
        long end = now + time.toNanos() / 1_000;
        while (next() <= end) {
            step();
        }
        now = end;
    }

    /** Runs a task after a time. */
    public ScheduledFuture<?> after(Duration delay, Runnable task) {
        return add(Math.max(0, delay.toNanos() / 1_000), task);
    }

    private Task add(long delay, Runnable task) {
        Task added = new Task(now + delay, given++, task);
        tasks.add(added);
        return added;
    }

    @Override
    public void execute(Runnable task) {
        add(handOver.getAsLong(), task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return add(Math.max(0, unit.toMicros(delay)), task);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody waits for a result here");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long pause, TimeUnit unit) {
        return scheduleWithFixedDelay(task, first, pause, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long pause, TimeUnit unit) {
        return schedule(
                () -> {
                    task.run();
                    scheduleWithFixedDelay(task, pause, pause, unit);
                },
                first,
                unit);
    }

    /** This clock for who asks for the time of day. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(1_700_000_000, now * 1_000);
            }
        };
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = tasks.stream().map(task -> task.task).toList();
        tasks.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return tasks.isEmpty();
    }

    private final class Task implements ScheduledFuture<Void> {
        private final long at;
        private final long number;
        private final Runnable task;
        private boolean over;
        private boolean cancelled;

        private Task(long at, long number, Runnable task) {
            this.at = at;
            this.number = number;
            this.task = task;
        }

        private long at() {
            return at;
        }

        private long number() {
            return number;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            if (over) {
                return false;
            }
            over = true;
            cancelled = true;
            return tasks.remove(this);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean isDone() {
            return over;
        }

        @Override
        public @Nullable Void get() {
            throw new UnsupportedOperationException("waiting would stop the clock");
        }

        @Override
        public @Nullable Void get(long timeout, TimeUnit unit) {
            return get();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - now, TimeUnit.MICROSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.MICROSECONDS), other.getDelay(TimeUnit.MICROSECONDS));
        }
    }
}
