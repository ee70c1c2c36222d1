package org.supertransfer.web.transfer;

import jakarta.json.JsonObject;
import org.supertransfer.transfer.TransferView;
import org.supertransfer.web.json.Shape;

/** Transfers as their transferors and supervisors see them. */
public final class TransferJson {
    private TransferJson() {}

    public static JsonObject of(TransferView transfer) {
        return outcome(begun(transfer), transfer).json();
    }

    /** The transfer's own fields, and its timeline. */
    static JsonObject of(TransferView.Detail detail) {
        return new Shape()
                .putAll(of(detail.transfer()))
                .put("timeline", Shape.array(detail.timeline(), TransferJson::moment))
                .json();
    }

    static JsonObject of(TransferView.Page page) {
        return new Shape()
                .put("transfers", Shape.array(page.transfers(), TransferJson::of))
                .put("page", page.page())
                .put("total", page.total())
                .json();
    }

    private static Shape begun(TransferView transfer) {
        return new Shape()
                .put("id", transfer.id())
                .put("callId", transfer.callId())
                .put("transferor", transfer.transferor())
                .put("method", transfer.method())
                .put("consult", transfer.consult())
                .put("target", target(transfer.target()))
                .put("note", transfer.note())
                .put("state", transfer.state())
                .put("version", transfer.version())
                .put("startedAt", transfer.startedAt())
                .put("pullBackUntil", transfer.pullBackUntil());
    }

    private static Shape outcome(Shape shape, TransferView transfer) {
        return shape.put("endedAt", transfer.endedAt())
                .put("outcome", transfer.outcome())
                .put("reason", transfer.reason())
                .put("sipStatus", transfer.sipStatus())
                .put("cost", transfer.cost())
                .put("billedSeconds", transfer.billedSeconds())
                .put("chargedSeparately", transfer.chargedSeparately());
    }

    public static JsonObject target(TransferView.TargetView target) {
        return new Shape()
                .put("type", target.type())
                .put("id", target.id())
                .put("name", target.name())
                .put("number", target.number())
                .json();
    }

    private static JsonObject moment(TransferView.Moment moment) {
        return new Shape()
                .put("at", moment.at())
                .put("state", moment.state())
                .put("code", moment.code())
                .put("reason", moment.reason())
                .put("sip", moment.sip())
                .json();
    }
}
