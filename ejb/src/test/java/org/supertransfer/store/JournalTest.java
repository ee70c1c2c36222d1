package org.supertransfer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The journal by hand: a database that answers when the test says so, and catch-ups that the test runs. */
class JournalTest {
    private static final RowChange FIRST = rows -> {};
    private static final RowChange SECOND = rows -> {};
    private static final RowChange THIRD = rows -> {};

    private final Queue<Runnable> catchUps = new ArrayDeque<>();
    private final List<RowChange> written = new ArrayList<>();
    private final Journal journal = new Journal();
    private boolean silent;
    /** Happens once, while a step is being written. */
    private @Nullable Runnable during;

    JournalTest() {
        journal.steps = new Steps() {
            @Override
            public void write(List<RowChange> changes) {
                JournalTest.this.write(changes);
            }
        };
        journal.timers = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                JournalTest.class.getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (self, method, arguments) -> {
                    catchUps.add((Runnable) arguments[0]);
                    return null;
                });
    }

    private void write(List<RowChange> changes) {
        if (silent) {
            throw new IllegalStateException("connection lost");
        }
        Runnable now = during;
        during = null;
        if (now != null) {
            now.run();
        }
        written.addAll(changes);
    }

    @Test
    void stepsOfASilence_areWrittenInTheirOrder_andNothingBeginsBefore() {
        silent = true;
        journal.step(List.of(FIRST));
        journal.step(List.of(SECOND));
        catchUp();
        assertThatExceptionOfType(DatabaseSilent.class).isThrownBy(() -> journal.begin(List.of(THIRD)));

        silent = false;
        journal.step(List.of(THIRD));
        assertThat(written).isEmpty();
        catchUp();
        assertThat(written).containsExactly(FIRST, SECOND, THIRD);
        assertThat(journal.silent()).isFalse();
        assertThat(catchUps).isEmpty();
    }

    @Test
    void secondCatchUpAtTheSameTime_writesNothingTwice_andLosesNothing() {
        silent = true;
        journal.step(List.of(FIRST));
        journal.step(List.of(SECOND));
        Runnable catchUp = catchUps.remove();
        silent = false;
        during = catchUp;
        catchUp.run();

        assertThat(written).containsExactly(FIRST, SECOND);
        assertThat(journal.silent()).isFalse();
        assertThat(catchUps).isEmpty();
    }

    @Test
    void silenceAfterASilence_isCaughtUpOnce() {
        silent = true;
        journal.step(List.of(FIRST));
        silent = false;
        catchUp();
        silent = true;
        journal.step(List.of(SECOND));
        assertThat(catchUps).hasSize(1);
        catchUp();
        assertThat(catchUps).hasSize(1);

        silent = false;
        catchUp();
        assertThat(written).containsExactly(FIRST, SECOND);
    }

    private void catchUp() {
        catchUps.remove().run();
    }
}
