package org.supertransfer.inbound;

import org.supertransfer.store.Fence;
import org.supertransfer.store.RowChange;

/** The rows of the queues. */
public final class WaitingRows {
    private WaitingRows() {}

    public static RowChange enter(Waiting waiting, Fence fence) {
        return rows -> {
            WaitingRecord row = new WaitingRecord();
            row.callId = waiting.callId();
            row.number = waiting.number();
            row.transferId = waiting.transferId();
            row.since = waiting.since();
            row.deadlineAt = waiting.deadline();
            row.owner = fence.owner();
            row.epoch = fence.epoch();
            rows.persist(row);
        };
    }

    /** Does nothing when there is no such row. */
    public static RowChange leave(String callId) {
        return rows -> rows.createQuery("delete from WaitingRecord w where w.callId = :callId")
                .setParameter("callId", callId)
                .executeUpdate();
    }
}
