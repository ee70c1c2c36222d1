package org.supertransfer.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.supertransfer.directory.TargetType;

/** Reads how targets met transfers. Not for steps: it selects. */
@Stateless
@PermitAll
public class AnswerRows {
    /** Enough for the last ten of a big house; more would only make the start longer. */
    private static final int NEWEST = 10_000;

    @PersistenceContext
    EntityManager rows;

    /** One transfer that has ended. */
    record Row(LastAnswers.Target target, LastAnswers.Tried tried) {}

    /** The transfers to targets of the house that have ended, the newest last. */
    public List<Row> newestLast() {
        List<Row> found = new ArrayList<>(rows.createQuery(
                        "select t.targetType, t.targetId, t.startedAt,"
                                + " (select min(l.at) from TransferHistoryRecord l"
                                + " where l.id.transferId = t.id and l.state in :answered)"
                                + " from TransferRecord t where t.endedAt is not null and t.targetId is not null"
                                + " order by t.startedAt desc",
                        Tuple.class)
                .setParameter(
                        "answered",
                        LastAnswers.ANSWERED.stream().map(Enum::name).toList())
                .setMaxResults(NEWEST)
                .getResultStream()
                .map(AnswerRows::row)
                .toList());
        Collections.reverse(found);
        return found;
    }

    private static Row row(Tuple tuple) {
        LastAnswers.Target target =
                new LastAnswers.Target(TargetType.valueOf(tuple.get(0, String.class)), tuple.get(1, String.class));
        Instant answered = tuple.get(3, Instant.class);
        Instant started = Objects.requireNonNull(tuple.get(2, Instant.class));
        return new Row(target, new LastAnswers.Tried(answered == null ? null : Duration.between(started, answered)));
    }
}
