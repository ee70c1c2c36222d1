package org.supertransfer.sip.leg;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One call's queue: what is put in from any thread runs on the pool's threads, in order and one at a time. */
final class Lane implements Executor {
    private static final Logger LOG = System.getLogger(Lane.class.getName());

    private final ScheduledExecutorService pool;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    Lane(ScheduledExecutorService pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
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
                task = tasks.poll();
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
