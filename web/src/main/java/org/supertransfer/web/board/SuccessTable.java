package org.supertransfer.web.board;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.supertransfer.report.SuccessView;
import org.supertransfer.report.SuccessView.Counts;
import org.supertransfer.report.SuccessView.Line;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView.TargetView;
import org.supertransfer.web.csv.Csv;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.transfer.TransferJson;

/** A report of outcomes, as JSON and as CSV. */
final class SuccessTable {
    private SuccessTable() {}

    static JsonObject json(SuccessView report) {
        return new Shape()
                .put("from", report.query().from())
                .put("to", report.query().to())
                .put("by", by(report))
                .put("zone", report.query().zone().getId())
                .put("lines", Shape.array(report.lines(), SuccessTable::line))
                .put("total", counts(new Shape(), report.total()).json())
                .json();
    }

    private static JsonObject line(Line line) {
        Shape shape = new Shape()
                .put("key", line.key())
                .put("target", line.target() == null ? null : TransferJson.target(line.target()));
        return counts(shape, line.counts()).json();
    }

    private static Shape counts(Shape shape, Counts counts) {
        return shape.put("transfers", counts.transfers())
                .put("completed", counts.of(TransferState.COMPLETED))
                .put("returned", counts.of(TransferState.RETURNED))
                .put("abandoned", counts.of(TransferState.ABANDONED))
                .put("fellBack", counts.of(TransferState.FELL_BACK))
                .put("failed", counts.of(TransferState.FAILED))
                .put("rate", counts.rate());
    }

    static Response csv(SuccessView report) {
        Csv csv = Csv.of(
                by(report),
                "name",
                "number",
                "transfers",
                "completed",
                "returned",
                "abandoned",
                "fellBack",
                "failed",
                "rate");
        report.lines().forEach(line -> row(csv, line));
        return csv.download("success-by-" + by(report));
    }

    private static void row(Csv csv, Line line) {
        TargetView target = line.target();
        Counts counts = line.counts();
        csv.row(
                line.key(),
                target == null ? null : target.name(),
                target == null ? null : target.number(),
                counts.transfers(),
                counts.of(TransferState.COMPLETED),
                counts.of(TransferState.RETURNED),
                counts.of(TransferState.ABANDONED),
                counts.of(TransferState.FELL_BACK),
                counts.of(TransferState.FAILED),
                counts.rate());
    }

    private static String by(SuccessView report) {
        return report.query().by().name().toLowerCase(Locale.ROOT);
    }
}
