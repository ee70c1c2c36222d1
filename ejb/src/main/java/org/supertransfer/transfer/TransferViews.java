package org.supertransfer.transfer;

import org.supertransfer.directory.TargetType;

/** Rows as views. */
final class TransferViews {
    private TransferViews() {}

    static TransferView of(TransferRecord row) {
        TransferView.TargetView target = new TransferView.TargetView(
                TargetType.valueOf(row.targetType), row.targetId, row.targetName, row.targetNumber);
        return new TransferView(
                row.id,
                row.callId,
                row.transferor,
                TransferMethod.valueOf(row.method),
                row.consult,
                target,
                TransferState.valueOf(row.state),
                row.version,
                row.startedAt,
                row.endedAt,
                row.outcome == null ? null : TransferState.valueOf(row.outcome),
                row.reason,
                row.sipStatus,
                row.cost,
                row.billedSeconds,
                row.charged,
                row.note,
                row.pullBackUntil);
    }

    /** The order as it was given, with defaults filled in: what a repeated PUT is compared with. */
    static TransferOrder orderOf(TransferRecord row) {
        return new TransferOrder(
                row.callId,
                TransferMethod.valueOf(row.method),
                row.consult,
                row.confirmed,
                new TransferOrder.Target(TargetType.valueOf(row.askedType), row.askedId, row.askedNumber),
                row.note);
    }

    static TransferView.Moment momentOf(TransferHistoryRecord line) {
        return new TransferView.Moment(
                line.at,
                TransferState.valueOf(line.state),
                line.code == null ? null : MessageCode.valueOf(line.code),
                line.reason,
                line.sipStatus);
    }
}
