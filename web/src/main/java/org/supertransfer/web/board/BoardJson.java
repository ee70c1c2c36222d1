package org.supertransfer.web.board;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.supertransfer.report.BoardChange;
import org.supertransfer.report.BoardView;
import org.supertransfer.report.BoardView.AgentLine;
import org.supertransfer.transfer.TransferInFlight;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.web.call.CallJson;
import org.supertransfer.web.json.Shape;
import org.supertransfer.web.transfer.TransferJson;

/** The board, whole and as what changed. */
public final class BoardJson {
    private BoardJson() {}

    static JsonObject of(BoardView board) {
        return board(board, board.agents()).json();
    }

    /** The fields of a frame, but for its type and id. */
    public static JsonObject of(BoardChange change) {
        return board(change.now(), change.agents())
                .put("from", change.from())
                .put("gone", Shape.texts(change.gone()))
                .json();
    }

    private static Shape board(BoardView board, List<AgentLine> agents) {
        return new Shape()
                .put("version", board.version())
                .put("transfers", Shape.array(board.transfers(), BoardJson::transfer))
                .put("queues", Shape.array(board.queues(), BoardJson::queue))
                .put("agents", Shape.array(agents, BoardJson::agent))
                .put("today", today(board.today()));
    }

    private static JsonObject transfer(TransferInFlight flight) {
        return new Shape()
                .putAll(TransferJson.of(flight.transfer()))
                .put("transferee", CallJson.party(flight.transferee()))
                .put("since", flight.since())
                .json();
    }

    private static JsonObject queue(BoardView.Queue queue) {
        return new Shape()
                .put("number", queue.number())
                .put("name", queue.name())
                .put("waiting", queue.waiting())
                .put("waitingSince", queue.waitingSince())
                .put("freeAgents", queue.freeAgents())
                .put("agents", queue.agents())
                .json();
    }

    private static JsonObject agent(AgentLine agent) {
        return new Shape()
                .put("username", agent.username())
                .put("name", agent.name())
                .put("extension", agent.extension())
                .put("team", agent.team())
                .put("availability", agent.availability())
                .put("since", agent.since())
                .put("call", agent.call() == null ? null : CallJson.of(agent.call()))
                .json();
    }

    private static JsonObject today(BoardView.Today today) {
        Shape outcomes = new Shape();
        Stream.of(TransferState.values())
                .filter(TransferState::isEnding)
                .forEach(each -> outcomes.put(
                        each.name(), today.outcomes().getOrDefault(each, 0).longValue()));
        return new Shape()
                .put("since", today.since())
                .put("outcomes", outcomes.json())
                .json();
    }
}
