package org.supertransfer.call;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A call's running deadlines; used in the call's mailbox alone. A deadline that was stopped or restarted never rings. */
public final class Alarms {
    /** Posts a turn to the call's mailbox after a while. */
    @FunctionalInterface
    interface Timer {
        void after(Duration delay, Runnable turn);
    }

    private final Timer timer;
    private final Map<Deadline, Object> running = new EnumMap<>(Deadline.class);

    Alarms(Timer timer) {
        this.timer = timer;
    }

    /** Starts a deadline from now, in place of an earlier one of its kind. */
    public void start(Deadline kind, Duration delay, Runnable turn) {
        Object token = new Object();
        running.put(kind, token);
        timer.after(delay, () -> {
            if (running.remove(kind, token)) {
                turn.run();
            }
        });
    }

    public void stop(Deadline kind) {
        running.remove(kind);
    }

    public void stopAll() {
        running.clear();
    }
}
