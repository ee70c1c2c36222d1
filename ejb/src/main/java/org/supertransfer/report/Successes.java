package org.supertransfer.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supertransfer.report.SuccessRows.Counted;
import org.supertransfer.report.SuccessView.Counts;
import org.supertransfer.report.SuccessView.Line;
import org.supertransfer.transfer.TransferMethod;

/** From what was counted to the report. */
final class Successes {
    private Successes() {}

    static SuccessView view(SuccessQuery query, List<Counted> counted) {
        Map<String, Line> lines = new LinkedHashMap<>();
        always(query.by()).forEach(key -> lines.put(key, new Line(key, null, Counts.NONE)));
        Counts total = Counts.NONE;
        for (Counted each : counted) {
            Line line = lines.getOrDefault(each.key(), new Line(each.key(), each.target(), Counts.NONE));
            lines.put(
                    each.key(),
                    new Line(each.key(), line.target(), line.counts().and(each.outcome(), each.count())));
            total = total.and(each.outcome(), each.count());
        }
        return new SuccessView(query, sorted(query.by(), lines), total);
    }

    /** An hour as a key: 00 to 23. */
    static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d", hour);
    }

    private static Stream<String> always(SuccessQuery.By by) {
        return switch (by) {
            case TARGET -> Stream.empty();
            case METHOD -> Stream.of(TransferMethod.values()).map(Enum::name);
            case HOUR -> IntStream.range(0, 24).mapToObj(Successes::hour);
        };
    }

    private static List<Line> sorted(SuccessQuery.By by, Map<String, Line> lines) {
        Stream<Line> all = lines.values().stream();
        return switch (by) {
            case METHOD, HOUR -> all.toList();
            case TARGET ->
                all.sorted(Comparator.comparing((Line line) -> -line.counts().transfers())
                                .thenComparing(Line::key))
                        .toList();
        };
    }
}
