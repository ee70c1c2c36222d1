package org.supertransfer.transfer;

import java.time.Instant;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.store.RowChange;

/**
 * Closes the rows of a transfer whose first commit nobody answered. Perhaps there are none; nothing was dialled for them, and
 * the call goes on as before.
 */
final class NotBegun {
    private static final String CLOSE = "update TransferRecord t set t.state = 'FAILED', t.outcome = 'FAILED',"
            + " t.reason = 'not-begun', t.liveCallId = null, t.deadlineKind = null, t.deadlineAt = null, t.endedAt = :now,"
            + " t.version = t.version + 1"
            + " where t.id = :id and t.liveCallId = :call and t.owner = :owner and t.epoch = :epoch";
    private static final String COUNT = "update CallRecord c set c.transfers = :count"
            + " where c.id = :call and c.owner = :owner and c.epoch = :epoch";

    private NotBegun() {}

    /**
     * The transfers of the call as they were counted before. Comes first: the lost step wrote this row too, so that we wait
     * here for a commit that is still under way.
     */
    static RowChange counted(TransferRecord row, int count) {
        return rows -> rows.createQuery(COUNT)
                .setParameter("count", count)
                .setParameter("call", row.callId)
                .setParameter("owner", row.owner)
                .setParameter("epoch", row.epoch)
                .executeUpdate();
    }

    /** Only for this call: another may have begun a transfer with the same id meanwhile. */
    static RowChange transfer(TransferRecord row, Instant now) {
        return rows -> rows.createQuery(CLOSE)
                .setParameter("now", now)
                .setParameter("id", row.id)
                .setParameter("call", row.callId)
                .setParameter("owner", row.owner)
                .setParameter("epoch", row.epoch)
                .executeUpdate();
    }

    /** A leg that was never dialled. */
    static RowChange leg(LegId leg) {
        return rows -> rows.createQuery("delete from LegRecord l where l.id = :id")
                .setParameter("id", leg.value())
                .executeUpdate();
    }
}
