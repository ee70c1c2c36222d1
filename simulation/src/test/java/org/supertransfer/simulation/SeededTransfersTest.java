package org.supertransfer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.transfer.TransferState;

/**
 * The adapter and the rules together in a thousand bad days; {@code -Dsupertransfer.seed=17} runs one of them alone and
 * prints it.
 */
@EnableWeld
class SeededTransfersTest {
    private final SimApplication application = new SimApplication();

    @WeldSetup
    WeldInitiator weld = application.weld();

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void everySeed_everyTransferEnds_andNothingIsLeft() {
        List<String> failed = new ArrayList<>();
        Map<TransferState, Integer> endings = new EnumMap<>(TransferState.class);
        Long one = Long.getLong("supertransfer.seed");
        long first = one == null ? Long.getLong("supertransfer.first-seed", 1) : one;
        long last = one == null ? first + Long.getLong("supertransfer.seeds", 1_000) - 1 : one;
        for (long seed = first; seed <= last && failed.isEmpty(); seed++) {
            TransferDay day = new TransferDay(application, seed);
            List<String> faults = faults(day);
            day.endings().forEach(state -> endings.merge(state, 1, Integer::sum));
            if (one != null) {
                System.out.println(day.ladder());
            }
            if (!faults.isEmpty()) {
                failed.add("seed " + seed + ": " + faults);
            }
        }
        System.out.println("simulated transfers: " + endings);
        assertThat(failed).as("run again with -Dsupertransfer.seed=…").isEmpty();
        if (last - first > 500) {
            assertThat(endings)
                    .containsKeys(
                            TransferState.COMPLETED,
                            TransferState.RETURNED,
                            TransferState.ABANDONED,
                            TransferState.FELL_BACK);
        }
    }

    @Test
    void sameSeed_isTheSameDay() {
        TransferDay first = new TransferDay(application, 7);
        first.run();
        List<String> lines = first.ladder().lines();
        TransferDay second = new TransferDay(application, 7);
        second.run();

        assertThat(second.ladder().lines()).isEqualTo(lines);
    }

    private static List<String> faults(TransferDay day) {
        try (LoggedErrors errors = new LoggedErrors()) {
            List<String> faults = new ArrayList<>(day.run());
            faults.addAll(errors.seen());
            return faults;
        }
    }
}
