package org.supertransfer.web.live;

import jakarta.json.JsonObject;
import java.util.List;
import org.supertransfer.agent.AgentView;
import org.supertransfer.agent.PresenceChanged;
import org.supertransfer.call.CallView;
import org.supertransfer.report.BoardChange;
import org.supertransfer.transfer.TransferMessage;
import org.supertransfer.transfer.TransferView;
import org.supertransfer.web.board.BoardJson;
import org.supertransfer.web.call.CallJson;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.session.MeJson;
import org.supertransfer.web.transfer.TransferJson;

/** What goes over the wire: {@code {type, id, version, …}}. */
final class Frames {
    private Frames() {}

    /** What an agent's page needs to show the truth. */
    record Truth(
            AgentView me,
            List<CallView> calls,
            List<TransferView> transfers,
            List<TransferMessage> messages,
            List<PresenceChanged> presence) {}

    static JsonObject snapshot(Truth truth) {
        return frame(FrameType.SNAPSHOT)
                .put("me", MeJson.of(truth.me()))
                .put("calls", Shape.array(truth.calls(), CallJson::of))
                .put("transfers", Shape.array(truth.transfers(), each -> withMessages(each, truth.messages())))
                .put("presence", Shape.array(truth.presence(), Frames::presence))
                .json();
    }

    static JsonObject call(CallView call) {
        return frame(FrameType.CALL).putAll(CallJson.of(call)).json();
    }

    static JsonObject transfer(TransferView transfer) {
        return frame(FrameType.TRANSFER).putAll(TransferJson.of(transfer)).json();
    }

    static JsonObject message(TransferMessage message) {
        Shape params = new Shape();
        message.params().forEach(params::put);
        return frame(FrameType.MESSAGE)
                .put("id", message.transferId())
                .put("version", message.version())
                .put("transferId", message.transferId())
                .put("code", message.code())
                .put("params", params.json())
                .put("at", message.at())
                .json();
    }

    static JsonObject presence(PresenceChanged presence) {
        return frame(FrameType.PRESENCE)
                .put("id", presence.username())
                .put("version", presence.version())
                .put("name", presence.name())
                .put("availability", presence.availability())
                .put("since", presence.since())
                .json();
    }

    static JsonObject board(BoardChange change) {
        return frame(FrameType.BOARD)
                .put("id", FrameType.BOARD.wire())
                .putAll(BoardJson.of(change))
                .json();
    }

    static JsonObject alive() {
        return frame(FrameType.ALIVE).json();
    }

    private static JsonObject withMessages(TransferView transfer, List<TransferMessage> all) {
        List<TransferMessage> own = all.stream()
                .filter(message -> message.transferId().equals(transfer.id()))
                .toList();
        return new Shape()
                .putAll(TransferJson.of(transfer))
                .put("messages", Shape.array(own, Frames::message))
                .json();
    }

    private static Shape frame(FrameType type) {
        return new Shape().put("type", type.wire());
    }
}
