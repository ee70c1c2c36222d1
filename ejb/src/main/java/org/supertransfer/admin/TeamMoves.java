package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.TeamCard;

/** What becomes of the teams when agents come and go. */
@ApplicationScoped
class TeamMoves {
    @Inject
    private AgentRows rows;

    /** A team with other members than before. */
    record Change(TeamCard was, TeamCard now) {}

    /**
     * The teams that will have other members.
     *
     * @param usernames of those who may leave
     * @param after the same as they will be, each in its team; without those who will be in none
     */
    List<Change> changes(Collection<String> usernames, Collection<AgentCard> after) {
        return rows.teams().stream()
                .map(team -> new Change(team, team.withMembers(members(team, usernames, after))))
                .filter(change -> !change.was().equals(change.now()))
                .toList();
    }

    /** The team with those of them who will be in it. */
    static TeamCard joined(TeamCard team, Collection<AgentCard> after) {
        return team.withMembers(members(team, List.of(), after));
    }

    private static List<String> members(TeamCard team, Collection<String> usernames, Collection<AgentCard> after) {
        Stream<String> staying = team.members().stream().filter(each -> !usernames.contains(each));
        Stream<String> coming =
                after.stream().filter(each -> team.name().equals(each.team())).map(AgentCard::username);
        return Stream.concat(staying, coming).sorted().toList();
    }
}
