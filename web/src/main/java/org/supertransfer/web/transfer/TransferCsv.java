package org.supertransfer.web.transfer;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.supertransfer.transfer.TransferView;
import org.supertransfer.web.csv.Csv;

/** Transfers as a table. */
final class TransferCsv {
    private TransferCsv() {}

    static Response of(List<TransferView> transfers) {
        Csv csv = Csv.of(
                "id",
                "callId",
                "transferor",
                "method",
                "consult",
                "targetType",
                "targetId",
                "targetName",
                "targetNumber",
                "startedAt",
                "endedAt",
                "state",
                "outcome",
                "reason",
                "sipStatus",
                "cost",
                "chargedSeparately");
        transfers.forEach(each -> row(csv, each, each.target()));
        return csv.download("transfers");
    }

    private static void row(Csv csv, TransferView transfer, TransferView.TargetView target) {
        csv.row(
                transfer.id(),
                transfer.callId(),
                transfer.transferor(),
                transfer.method(),
                transfer.consult(),
                target.type(),
                target.id(),
                target.name(),
                target.number(),
                transfer.startedAt(),
                transfer.endedAt(),
                transfer.state(),
                transfer.outcome(),
                transfer.reason(),
                transfer.sipStatus(),
                transfer.cost(),
                transfer.chargedSeparately());
    }
}
