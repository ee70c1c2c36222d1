package org.supertransfer.phones;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waiting for phones without polling: whatever changes tells it here. One for all networks of the JVM, since a condition
 * may look at phones of several.
 */
public final class Changes {
    private static final Object MONITOR = new Object();

    private Changes() {}

    static void happened() {
        synchronized (MONITOR) {
            MONITOR.notifyAll();
        }
    }

    /**
     * Waits until a condition on phones holds.
     *
     * @throws NotSeenError when it does not hold in time
     */
    public static void await(String what, BooleanSupplier condition, Duration limit) {
        await(what, condition, limit, () -> "");
    }

    /** The same, and tells what was seen instead. */
    static void await(String what, BooleanSupplier condition, Duration limit, Supplier<String> picture) {
        long end = System.nanoTime() + limit.toNanos();
        if (!holds(condition, end)) {
            throw new NotSeenError(what + " not within " + limit.toMillis() + " ms; " + picture.get());
        }
    }

    private static boolean holds(BooleanSupplier condition, long end) {
        synchronized (MONITOR) {
            while (!condition.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    MONITOR.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }
}
