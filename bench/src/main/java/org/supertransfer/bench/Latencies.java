package org.supertransfer.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured times of one kind. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final String name;
    private final List<Long> nanos = new ArrayList<>();

    Latencies(String name) {
        this.name = name;
    }

    void add(Duration took) {
        nanos.add(took.toNanos());
    }

    /** The value below which this part of them lies (nearest rank), in milliseconds. */
    double millis(double part) {
        return percentile(sorted(), part);
    }

    /** One line: how many, median, 90th, 95th and 99th percentile (nearest rank) and the worst, in milliseconds. */
    String line() {
        List<Long> sorted = sorted();
        return String.format(
                Locale.ROOT,
                "%-32s n=%d  p50 %.1f ms  p90 %.1f ms  p95 %.1f ms  p99 %.1f ms  max %.1f ms",
                name,
                sorted.size(),
                percentile(sorted, 0.50),
                percentile(sorted, 0.90),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99),
                percentile(sorted, 1.00));
    }

    private List<Long> sorted() {
        return nanos.stream().sorted().toList();
    }

    private static double percentile(List<Long> sorted, double part) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / NANOS_PER_MILLI;
    }
}
