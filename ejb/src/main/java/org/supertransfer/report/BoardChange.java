package org.supertransfer.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supertransfer.report.BoardView.AgentLine;

/**
 * What makes an earlier board the present one. Agents are many and change one by one, so only those that changed are in
 * it; everything else is whole.
 *
 * @param from the earlier board's version; 0 when all agents are in it
 * @param agents the changed and the new ones
 * @param gone the usernames of those who are agents no more
 */
public record BoardChange(long from, BoardView now, List<AgentLine> agents, List<String> gone) {
    public BoardChange {
        agents = List.copyOf(agents);
        gone = List.copyOf(gone);
    }

    /** The present board for whoever may have any other. */
    public static BoardChange whole(BoardView now) {
        return new BoardChange(0, now, now.agents(), List.of());
    }

    public static BoardChange between(BoardView before, BoardView now) {
        Map<String, AgentLine> known = new HashMap<>();
        before.agents().forEach(each -> known.put(each.username(), each));
        List<AgentLine> changed = now.agents().stream()
                .filter(each -> !each.equals(known.remove(each.username())))
                .toList();
        return new BoardChange(before.version(), now, changed, List.copyOf(known.keySet()));
    }
}
