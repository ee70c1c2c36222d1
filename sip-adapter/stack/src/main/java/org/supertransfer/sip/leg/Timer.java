package org.supertransfer.sip.leg;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A task for later in a call's lane; cancelled there, it does not run even when its time has come already. */
final class Timer implements Runnable {
    private final Runnable task;
    private boolean over;
    private volatile @Nullable Future<?> scheduled;

    Timer(Runnable task) {
        this.task = task;
    }

    void scheduled(Future<?> future) {
        scheduled = future;
    }

    void cancel() {
        over = true;
        Future<?> future = scheduled;
        if (future != null) {
            future.cancel(false);
        }
    }

    @Override
    public void run() {
        if (!over) {
            over = true;
            task.run();
        }
    }

    static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
