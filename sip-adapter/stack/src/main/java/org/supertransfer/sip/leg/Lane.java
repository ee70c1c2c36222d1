package org.supertransfer.sip.leg;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call's queue: what is put in from any thread runs on the pool's threads, in order and one at a time. */
final class Lane implements Executor {
    private static final Logger LOG = System.getLogger(Lane.class.getName());

    private final ScheduledExecutorService pool;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;
    private int pauses;
    private @Nullable Lane joined;

    Lane(ScheduledExecutorService pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable task) {
        Lane other;
        synchronized (tasks) {
            other = joined;
            if (other == null) {
                tasks.add(task);
            }
        }
        if (other == null) {
            run();
        } else {
            other.execute(task);
        }
    }

    private void run() {
        synchronized (tasks) {
            if (running || pauses > 0 || tasks.isEmpty()) {
                return;
            }
            running = true;
        }
        try {
            pool.execute(this::drain);
        } catch (RejectedExecutionException e) {
            synchronized (tasks) {
                tasks.clear();
                running = false;
            }
            LOG.log(Level.DEBUG, "a call's lane is closed", e);
        }
    }

    /** Begins no further task; {@link #resumeWith} goes on. */
    void pause() {
        synchronized (tasks) {
            pauses++;
        }
    }

    /** Goes on after a pause, with this task before all that waits. */
    void resumeWith(Runnable first) {
        synchronized (tasks) {
            tasks.addFirst(first);
            pauses--;
        }
        run();
    }

    /** From a task of this lane: what waits in it, and all that is ever put into it, runs in the other one. */
    void joinTo(Lane other) {
        synchronized (tasks) {
            joined = other;
            List.copyOf(tasks).forEach(other::execute);
            tasks.clear();
        }
    }

    /** Runs the task in the lane after a time, unless it is cancelled in the lane before. */
    Timer after(Duration delay, Runnable task) {
        Timer timer = new Timer(task);
        try {
            timer.scheduled(pool.schedule(() -> execute(timer), delay.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "a call's lane is closed", e);
        }
        return timer;
    }

    private void drain() {
        while (true) {
            Runnable task;
            synchronized (tasks) {
                task = pauses > 0 ? null : tasks.poll();
                if (task == null) {
                    running = false;
                    return;
                }
            }
            run(task);
        }
    }

    /** A broken invariant in one message must not leave the call deaf for the next. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a step of a call failed", e);
        }
    }
}
