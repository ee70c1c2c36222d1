package org.supertransfer.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the transfers of a month have cost.
 *
 * @param zone in which the month begins and ends: the server's
 */
public record BillingReport(YearMonth month, ZoneId zone, List<Line> lines) {
    private static final List<String> HEADER =
            List.of("month", "agent", "inbound", "class", "transfers", "seconds", "cost");

    /**
     * Of one agent, inbound number and class of number.
     *
     * @param agent the transferor's username
     * @param inbound the number by which the call came, null when it came by none
     * @param numberClass of the target
     * @param seconds that the targets were on the line
     * @param cost in euros
     */
    public record Line(
            String agent,
            @Nullable String inbound,
            @Nullable String numberClass,
            long transfers,
            long seconds,
            BigDecimal cost) {
        private List<String> fields(YearMonth month) {
            return List.of(
                    month.toString(),
                    agent,
                    inbound == null ? "" : inbound,
                    numberClass == null ? "" : numberClass,
                    Long.toString(transfers),
                    Long.toString(seconds),
                    cost.toPlainString());
        }
    }

    /** In euros. */
    public BigDecimal total() {
        return lines.stream().map(Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With a header (RFC 4180). */
    public String csv() {
        List<List<String>> all = new ArrayList<>(List.of(HEADER));
        lines.forEach(line -> all.add(line.fields(month)));
        return Csv.of(all);
    }
}
