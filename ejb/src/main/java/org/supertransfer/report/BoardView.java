package org.supertransfer.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Availability;
import org.supertransfer.call.CallView;
import org.supertransfer.transfer.TransferInFlight;
import org.supertransfer.transfer.TransferState;

/**
 * What goes on now, for supervisors.
 *
 * @param version grows with every change, from 1 at the start of the server
 * @param transfers those that have not ended, oldest first; blind ones too
 * @param queues of every inbound number, by name
 * @param agents everybody who takes calls, by name
 */
public record BoardView(
        long version, List<TransferInFlight> transfers, List<Queue> queues, List<AgentLine> agents, Today today) {
    public BoardView {
        transfers = List.copyOf(transfers);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /**
     * An inbound number.
     *
     * @param waitingSince since when the one who waits longest does; null when nobody waits
     * @param agents how many answer it, free or not
     */
    public record Queue(
            String number, String name, int waiting, @Nullable Instant waitingSince, int freeAgents, int agents) {}

    /**
     * An agent.
     *
     * @param since when the availability became what it is
     * @param call what its page shows of its call, null when it has none
     */
    public record AgentLine(
            String username,
            String name,
            String extension,
            @Nullable String team,
            Availability availability,
            @Nullable Instant since,
            @Nullable CallView call) {}

    /**
     * How the transfers that ended today ended.
     *
     * @param since the server's midnight
     */
    public record Today(Instant since, Map<TransferState, Integer> outcomes) {
        public Today {
            outcomes = Map.copyOf(outcomes);
        }
    }

    boolean showsTheSameAs(BoardView other) {
        return transfers.equals(other.transfers)
                && queues.equals(other.queues)
                && agents.equals(other.agents)
                && today.equals(other.today);
    }
}
