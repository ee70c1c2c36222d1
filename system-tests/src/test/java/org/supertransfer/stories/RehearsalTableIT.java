package org.supertransfer.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supertransfer.systemtest.Method;
import org.supertransfer.systemtest.RehearsalRow;
import org.supertransfer.systemtest.Stage;

/**
 * The contract's table of rehearsal numbers as it stands, blind, attended and consulting first, with the product's own
 * deadlines. All cases run at the same time, each at a desk of its own, and together take as long as the longest.
 */
class RehearsalTableIT {
    private static final List<RehearsalCase> CASES = Stream.of(RehearsalRow.values())
            .flatMap(row -> Stream.of(Method.values()).map(method -> new RehearsalCase(row, method)))
            .toList();
    private static final Map<RehearsalCase, CompletableFuture<Void>> PLAYED = new LinkedHashMap<>();
    private static final Semaphore BEGINNING = new Semaphore(4);
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    @BeforeAll
    static void begin() {
        Stage stage = Stage.openUnhurried("rehearsal-table");
        ExecutorService threads = Executors.newFixedThreadPool(CASES.size());
        OPEN.add(threads::shutdownNow);
        OPEN.add(stage);
        for (RehearsalCase each : CASES) {
            PLAYED.put(each, CompletableFuture.runAsync(() -> each.play(begin(stage), stage), threads));
        }
    }

    /** A few at a time: what is slow is the log-in, not the call. */
    private static Story begin(Stage stage) {
        BEGINNING.acquireUninterruptibly();
        try {
            return Story.begin(stage);
        } finally {
            BEGINNING.release();
        }
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    static List<RehearsalCase> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void transferToANumber_endsAsItsRowSays(RehearsalCase each) {
        PLAYED.getOrDefault(each, CompletableFuture.completedFuture(null)).join();
    }
}
