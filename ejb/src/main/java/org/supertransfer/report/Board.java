package org.supertransfer.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.WaitingLine;
import org.supertransfer.transfer.TransferService;

/** Puts the board together from what the rooms have in memory, and counts its versions. */
@ApplicationScoped
class Board {
    @Inject
    private TransferService transfers;

    @Inject
    private CallService calls;

    @Inject
    private Agents agents;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private WaitingLine line;

    @Inject
    private TodaysOutcomes outcomes;

    private @Nullable BoardView last;

    /** The board as it is now; the same one as long as it shows the same. */
    synchronized BoardView now() {
        BoardView before = last;
        BoardView fresh = look(before == null ? 1 : before.version() + 1);
        if (before != null && fresh.showsTheSameAs(before)) {
            return before;
        }
        last = fresh;
        return fresh;
    }

    private BoardView look(long version) {
        Map<String, WaitingLine.Queue> queues = line.queues();
        Map<String, CallView> shown = calls.shownToAll();
        return new BoardView(
                version,
                transfers.inFlight(),
                inboundNumbers.all().stream()
                        .map(number -> queue(number, queues.getOrDefault(number.number(), WaitingLine.Queue.EMPTY)))
                        .toList(),
                lines(shown),
                outcomes.today());
    }

    private BoardView.Queue queue(InboundNumber number, WaitingLine.Queue queue) {
        return new BoardView.Queue(
                number.number(),
                number.name(),
                queue.length(),
                queue.since(),
                inboundNumbers.freeAgents(number),
                number.agents().size());
    }

    private List<BoardView.AgentLine> lines(Map<String, CallView> shown) {
        return agents.profiles().stream()
                .filter(agent -> agent.roles().contains(Role.AGENT))
                .map(agent -> line(agent, shown.get(agent.username())))
                .toList();
    }

    private BoardView.AgentLine line(AgentProfile agent, @Nullable CallView call) {
        return new BoardView.AgentLine(
                agent.username(),
                agent.name(),
                agent.extension(),
                agent.team(),
                agents.availability(agent.username()),
                agents.since(agent.username()),
                call);
    }
}
