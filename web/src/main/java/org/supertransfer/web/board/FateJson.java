package org.supertransfer.web.board;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supertransfer.report.CallLine;
import org.supertransfer.report.FateView;
import org.supertransfer.web.call.CallJson;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.transfer.TransferJson;

/** Calls as supervisors look them up, and the fate of one. */
final class FateJson {
    private FateJson() {}

    static JsonObject of(CallLine call) {
        return new Shape()
                .put("id", call.id())
                .put("direction", call.direction())
                .put("state", call.state())
                .put("party", CallJson.party(call.party()))
                .put("inbound", CallJson.party(call.inbound()))
                .put("agent", person(call.agent()))
                .put("beganAt", call.beganAt())
                .put("endedAt", call.endedAt())
                .put("reason", call.reason())
                .put("transferCount", call.transfers())
                .json();
    }

    static JsonObject of(FateView fate) {
        return new Shape()
                .putAll(of(fate.call()))
                .put("heldSeconds", seconds(fate.held()))
                .put("waitedSeconds", seconds(fate.waited()))
                .put("legs", Shape.array(fate.legs(), FateJson::leg))
                .put("moves", Shape.array(fate.moves(), FateJson::step))
                .put("transfers", Shape.array(fate.transfers(), FateJson::transfer))
                .json();
    }

    private static JsonObject leg(FateView.LegLine leg) {
        return new Shape()
                .put("id", leg.id())
                .put("agent", person(leg.agent()))
                .put("number", leg.number())
                .put("name", leg.name())
                .put("shown", CallJson.party(leg.shown()))
                .put("beganAt", leg.beganAt())
                .put("answeredAt", leg.answeredAt())
                .put("endedAt", leg.endedAt())
                .put("end", leg.end())
                .put("sipStatus", leg.sipStatus())
                .json();
    }

    private static JsonObject step(FateView.Step move) {
        return new Shape()
                .put("at", move.at())
                .put("from", move.from())
                .put("stimulus", move.stimulus())
                .put("to", move.to())
                .put("agent", person(move.agent()))
                .json();
    }

    private static JsonObject transfer(FateView.Transfer transfer) {
        return new Shape()
                .putAll(TransferJson.of(transfer.transfer()))
                .put("by", person(transfer.transferor()))
                .put("retrievedBy", person(transfer.retrievedBy()))
                .put("targetLeg", transfer.targetLeg())
                .put("lines", Shape.array(transfer.lines(), FateJson::line))
                .put("messages", Shape.array(transfer.messages(), FateJson::message))
                .json();
    }

    private static JsonObject line(FateView.Line line) {
        return new Shape()
                .put("at", line.at())
                .put("stimulus", line.stimulus())
                .put("state", line.state())
                .put("code", line.code())
                .put("reason", line.reason())
                .put("sip", line.sip())
                .json();
    }

    private static JsonObject message(FateView.Told message) {
        return new Shape()
                .put("at", message.at())
                .put("code", message.code())
                .put("reason", message.reason())
                .json();
    }

    private static @Nullable JsonObject person(CallLine.@Nullable Person person) {
        return person == null
                ? null
                : new Shape()
                        .put("username", person.username())
                        .put("name", person.name())
                        .json();
    }

    /** To the tenth. */
    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
    }
}
