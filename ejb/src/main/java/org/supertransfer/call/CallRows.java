package org.supertransfer.call;

import jakarta.persistence.Query;
import java.time.Instant;
import org.supertransfer.store.RowChange;

/** The rows of calls, from values alone: the record given is never an attached one. */
final class CallRows {
    private static final String UPDATE = "update CallRecord c set c.state = :state, c.agent = :agent, c.since = :since,"
            + " c.partyNumber = :partyNumber, c.partyName = :partyName, c.endedAt = :endedAt, c.reason = :reason,"
            + " c.transfers = :transfers, c.queuedAt = :queuedAt, c.queueDeadline = :queueDeadline,"
            + " c.ringDeadline = :ringDeadline, c.signalDeadline = :signalDeadline, c.version = :version"
            + " where c.id = :id and c.version = :was and c.owner = :owner and c.epoch = :epoch";

    private CallRows() {}

    static RowChange insert(CallRecord row) {
        return rows -> rows.persist(row);
    }

    /** The fenced update from one version to the next. */
    static RowChange update(CallRecord row, long was) {
        return rows -> RowChange.one(
                where(set(rows.createQuery(UPDATE), row), row, was).executeUpdate(), "call " + row.id);
    }

    static RowChange transfers(CallRecord row, int count) {
        return rows -> RowChange.one(
                rows.createQuery("update CallRecord c set c.transfers = :count"
                                + " where c.id = :id and c.owner = :owner and c.epoch = :epoch")
                        .setParameter("count", count)
                        .setParameter("id", row.id)
                        .setParameter("owner", row.owner)
                        .setParameter("epoch", row.epoch)
                        .executeUpdate(),
                "call " + row.id);
    }

    static RowChange history(CallRecord row, String from, String stimulus, Instant now) {
        return rows -> {
            CallHistoryRecord line = new CallHistoryRecord();
            line.id = new CallMoveId(row.id, row.version);
            line.at = now;
            line.fromState = from;
            line.stimulus = stimulus;
            line.toState = row.state;
            line.agent = row.agent;
            rows.persist(line);
        };
    }

    private static Query set(Query update, CallRecord row) {
        return update.setParameter("state", row.state)
                .setParameter("agent", row.agent)
                .setParameter("since", row.since)
                .setParameter("partyNumber", row.partyNumber)
                .setParameter("partyName", row.partyName)
                .setParameter("endedAt", row.endedAt)
                .setParameter("reason", row.reason)
                .setParameter("transfers", row.transfers)
                .setParameter("queuedAt", row.queuedAt)
                .setParameter("queueDeadline", row.queueDeadline)
                .setParameter("ringDeadline", row.ringDeadline)
                .setParameter("signalDeadline", row.signalDeadline);
    }

    private static Query where(Query update, CallRecord row, long was) {
        return update.setParameter("version", row.version)
                .setParameter("id", row.id)
                .setParameter("was", was)
                .setParameter("owner", row.owner)
                .setParameter("epoch", row.epoch);
    }
}
