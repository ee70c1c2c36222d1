package org.supertransfer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The legs in a thousand bad days. Every seed is a day of its own, the same again whenever it is run:
 * {@code -Dsupertransfer.seed=17} runs that one alone and prints who said what to whom; {@code -Dsupertransfer.seeds=5000}
 * runs more of them.
 */
class SeededRacesTest {
    @Test
    void everySeed_leavesNothingBehind_andBothEndsAgree() {
        Long one = Long.getLong("supertransfer.seed");
        if (one != null) {
            replay(one);
            return;
        }
        List<String> failed = new ArrayList<>();
        long first = Long.getLong("supertransfer.first-seed", 1);
        for (long seed = first; seed < first + Long.getLong("supertransfer.seeds", 1_000); seed++) {
            List<String> faults = faults(new Race(seed));
            if (!faults.isEmpty()) {
                failed.add("seed " + seed + ": " + faults);
            }
        }
        assertThat(failed).as("run again with -Dsupertransfer.seed=…").isEmpty();
    }

    private static void replay(long seed) {
        Race race = new Race(seed);
        List<String> faults = faults(race);
        System.out.println(race.ladder());
        if (!faults.isEmpty()) {
            fail("seed " + seed + ": " + faults);
        }
    }

    private static List<String> faults(Race race) {
        try (LoggedErrors errors = new LoggedErrors()) {
            List<String> faults = new ArrayList<>(race.run());
            faults.addAll(errors.seen());
            return faults;
        } catch (RuntimeException e) {
            java.io.StringWriter trace = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(trace));
            return List.of(trace.toString());
        }
    }

    @Test
    void sameSeed_isTheSameDay() {
        Race first = new Race(42);
        Race second = new Race(42);
        first.run();
        second.run();

        assertThat(second.ladder().lines()).isEqualTo(first.ladder().lines()).hasSizeGreaterThan(50);
    }
}
