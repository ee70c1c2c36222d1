package org.supertransfer.systemtest;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what can only be asked for, not awaited. */
public final class Until {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 100;

    private Until() {}

    public static void isTrue(String what, BooleanSupplier condition) {
        isTrue(what, PATIENCE, condition);
    }

    /** For what takes longer than a call's events, a deployment for example. */
    public static void isTrue(String what, Duration patience, BooleanSupplier condition) {
        present(() -> what, patience, () -> condition.getAsBoolean() ? what : null);
    }

    /** Waits until the value is the wanted one; says what it was when it never is. */
    public static void seen(String what, Supplier<String> value, String wanted) {
        seen(what, PATIENCE, value, wanted);
    }

    /** The same, for what takes its time. */
    public static void seen(String what, Duration patience, Supplier<String> value, String wanted) {
        String[] last = {""};
        present(() -> what + ": " + wanted + ", it is " + last[0], patience, () -> {
            last[0] = value.get();
            return last[0].equals(wanted) ? wanted : null;
        });
    }

    /** The first value that is not null. */
    public static <T> T present(String what, Supplier<@Nullable T> value) {
        return present(() -> what, PATIENCE, value);
    }

    private static <T> T present(Supplier<String> what, Duration patience, Supplier<@Nullable T> value) {
        long deadline = System.nanoTime() + patience.toNanos();
        @Nullable T found = value.get();
        while (found == null) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not seen in " + patience.toSeconds() + " s: " + what.get());
            }
            pause();
            found = value.get();
        }
        return Objects.requireNonNull(found);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
