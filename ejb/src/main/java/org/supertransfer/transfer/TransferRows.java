package org.supertransfer.transfer;

import jakarta.persistence.Query;
import org.supertransfer.store.RowChange;

/** The rows of transfers, from values alone: the records given are never attached ones. */
final class TransferRows {
    private static final String UPDATE = "update TransferRecord t set t.state = :state, t.liveCallId = :liveCallId,"
            + " t.recallUsed = :recallUsed, t.transferorLeg = :transferorLeg, t.transfereeLeg = :transfereeLeg,"
            + " t.targetLeg = :targetLeg, t.operation = :operation, t.deadlineKind = :deadlineKind,"
            + " t.deadlineAt = :deadlineAt, t.endedAt = :endedAt, t.outcome = :outcome, t.reason = :reason,"
            + " t.sipStatus = :sipStatus, t.charged = :charged, t.numberClass = :numberClass, t.cost = :cost,"
            + " t.billedSeconds = :billedSeconds,"
            + " t.retrievedBy = :retrievedBy, t.version = :version"
            + " where t.id = :id and t.version = :was and t.owner = :owner and t.epoch = :epoch";

    private TransferRows() {}

    static RowChange insert(TransferRecord row) {
        return rows -> {
            rows.persist(row);
            rows.flush();
        };
    }

    /** @param was the version it had before this step */
    static RowChange update(TransferRecord row, long was) {
        return rows -> RowChange.one(
                where(set(rows.createQuery(UPDATE), row), row, was).executeUpdate(), "transfer " + row.id);
    }

    static RowChange line(TransferHistoryRecord line) {
        return rows -> rows.persist(line);
    }

    static RowChange message(TransferMessage message) {
        return rows -> {
            TransferMessageRecord row = new TransferMessageRecord();
            row.id = new TransferLineId(message.transferId(), message.version());
            row.username = message.username();
            row.code = message.code().name();
            row.reason = message.params().get("reason");
            row.sentAt = message.at();
            rows.persist(row);
        };
    }

    private static Query set(Query update, TransferRecord row) {
        return update.setParameter("state", row.state)
                .setParameter("liveCallId", row.liveCallId)
                .setParameter("recallUsed", row.recallUsed)
                .setParameter("transferorLeg", row.transferorLeg)
                .setParameter("transfereeLeg", row.transfereeLeg)
                .setParameter("targetLeg", row.targetLeg)
                .setParameter("operation", row.operation)
                .setParameter("deadlineKind", row.deadlineKind)
                .setParameter("deadlineAt", row.deadlineAt)
                .setParameter("endedAt", row.endedAt)
                .setParameter("outcome", row.outcome)
                .setParameter("reason", row.reason)
                .setParameter("sipStatus", row.sipStatus)
                .setParameter("retrievedBy", row.retrievedBy)
                .setParameter("charged", row.charged)
                .setParameter("numberClass", row.numberClass)
                .setParameter("cost", row.cost)
                .setParameter("billedSeconds", row.billedSeconds);
    }

    private static Query where(Query update, TransferRecord row, long was) {
        return update.setParameter("version", row.version)
                .setParameter("id", row.id)
                .setParameter("was", was)
                .setParameter("owner", row.owner)
                .setParameter("epoch", row.epoch);
    }
}
