package org.supertransfer.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/**
 * How the transfers of a period ended.
 *
 * @param lines targets with the most transfers first; methods and hours in their order, with all 24 hours
 * @param total of all lines together
 */
public record SuccessView(SuccessQuery query, List<Line> lines, Counts total) {
    public SuccessView {
        lines = List.copyOf(lines);
    }

    /**
     * One target, method or hour.
     *
     * @param key {@code AGENT:anna}, {@code NUMBER:+358401000001}, {@code BLIND}, {@code 09}
     * @param target for a target; null otherwise
     */
    public record Line(String key, TransferView.@Nullable TargetView target, Counts counts) {}

    /** How many ended how. */
    public record Counts(Map<TransferState, Integer> outcomes) {
        public static final Counts NONE = new Counts(Map.of());

        public Counts {
            outcomes = Map.copyOf(outcomes);
        }

        public int of(TransferState outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        public int transfers() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** The part that was completed, 0 to 1 with four decimals; null when there were no transfers. */
        public @Nullable BigDecimal rate() {
            int all = transfers();
            return all == 0
                    ? null
                    : BigDecimal.valueOf(of(TransferState.COMPLETED))
                            .divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
        }

        Counts and(TransferState outcome, int more) {
            Map<TransferState, Integer> sum = new EnumMap<>(TransferState.class);
            sum.putAll(outcomes);
            sum.merge(outcome, more, Integer::sum);
            return new Counts(sum);
        }
    }
}
