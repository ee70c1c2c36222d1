package org.supertransfer.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.directory.TargetType;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** Counts transfers that have ended. Not for steps: it selects. */
@Stateless
@PermitAll
public class SuccessRows {
    private static final String ENDED =
            " from TransferRecord t where t.outcome is not null and t.startedAt >= :from and t.startedAt < :to";

    /** Hibernate's: how many rows the driver brings at once; without it PostgreSQL's brings all. */
    private static final String FETCH_SIZE = "org.hibernate.fetchSize";

    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager rows;

    /**
     * So many transfers of one kind that ended one way.
     *
     * @param target for {@link SuccessQuery.By#TARGET}; null otherwise
     */
    record Counted(String key, TransferView.@Nullable TargetView target, TransferState outcome, int count) {}

    /** How those that ended since then did. */
    public Map<TransferState, Integer> endedSince(Instant since) {
        Map<TransferState, Integer> counts = new EnumMap<>(TransferState.class);
        rows.createQuery(
                        "select t.outcome, count(t) from TransferRecord t where t.endedAt >= :since group by t.outcome",
                        Tuple.class)
                .setParameter("since", since)
                .getResultStream()
                .forEach(row ->
                        counts.put(outcome(row, 0), row.get(1, Long.class).intValue()));
        return counts;
    }

    /** The period's transfers, sorted as the query says. */
    public List<Counted> ended(SuccessQuery query) {
        return switch (query.by()) {
            case TARGET ->
                select(
                        query,
                        "select t.targetType, t.targetId, t.targetNumber, max(t.targetName), t.outcome, count(t)"
                                + ENDED + " group by t.targetType, t.targetId, t.targetNumber, t.outcome",
                        SuccessRows::target);
            case METHOD ->
                select(
                        query,
                        "select t.method, t.outcome, count(t)" + ENDED + " group by t.method, t.outcome",
                        row -> new Counted(
                                TransferMethod.valueOf(row.get(0, String.class)).name(),
                                null,
                                outcome(row, 1),
                                row.get(2, Long.class).intValue()));
            case HOUR -> byHour(query);
        };
    }

    /**
     * An hour of the day is the zone's, so the database cannot count them the same way everywhere: it hands over its rows a
     * few at a time, and none is kept.
     */
    private List<Counted> byHour(SuccessQuery query) {
        Map<Hour, Integer> counts = new LinkedHashMap<>();
        try (Stream<Tuple> started = found(query, "select t.startedAt, t.outcome" + ENDED)
                .setHint(FETCH_SIZE, AT_ONCE)
                .getResultStream()) {
            started.forEach(row -> counts.merge(hour(query, row), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(each -> new Counted(
                        Successes.hour(each.getKey().hour()),
                        null,
                        each.getKey().outcome(),
                        each.getValue()))
                .toList();
    }

    private record Hour(int hour, TransferState outcome) {}

    private static Hour hour(SuccessQuery query, Tuple row) {
        Instant started = Objects.requireNonNull(row.get(0, Instant.class));
        return new Hour(started.atZone(query.zone()).getHour(), outcome(row, 1));
    }

    private List<Counted> select(SuccessQuery query, String text, Function<Tuple, Counted> reading) {
        return found(query, text).getResultStream().map(reading).toList();
    }

    private TypedQuery<Tuple> found(SuccessQuery query, String text) {
        return rows.createQuery(text, Tuple.class)
                .setParameter("from", query.from())
                .setParameter("to", query.to());
    }

    private static Counted target(Tuple row) {
        TargetType type = TargetType.valueOf(row.get(0, String.class));
        String id = row.get(1, String.class);
        String number = row.get(2, String.class);
        String name = row.get(3, String.class);
        return new Counted(
                type + ":" + (id == null ? number : id),
                new TransferView.TargetView(type, id, name, number),
                outcome(row, 4),
                row.get(5, Long.class).intValue());
    }

    private static TransferState outcome(Tuple row, int column) {
        return TransferState.valueOf(row.get(column, String.class));
    }
}
