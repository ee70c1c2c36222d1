package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentChanges;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.Keeping;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.RowChange;

/** The teams. Who becomes a member leaves the team it was in. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TeamAdminService {
    @Inject
    private AgentRows rows;

    @Inject
    private TeamMoves moves;

    @Inject
    private Keeping keeping;

    @Inject
    private Agents agents;

    public List<TeamCard> all() {
        return rows.teams();
    }

    /** @throws Refused INVALID */
    public TeamCard create(String by, TeamCard card) {
        return keeping.alone(() -> {
            check(card, team(card.name()).isEmpty());
            List<RowChange> changes = new ArrayList<>();
            changes.add(AgentChanges.insert(card));
            changes.add(keeping.audit().created(by, card));
            changes.addAll(others(by, card));
            keeping.write(changes);
            return known(card, List.of());
        });
    }

    /** @throws Refused NOT_FOUND, INVALID, STALE */
    public TeamCard change(String by, TeamCard card) {
        return keeping.alone(() -> {
            TeamCard was = Keeping.there(team(card.name()));
            check(card, true);
            List<RowChange> changes = new ArrayList<>();
            changes.add(AgentChanges.update(card));
            changes.add(keeping.audit().changed(by, was, card));
            changes.addAll(others(by, card));
            keeping.write(changes);
            return known(card, was.members());
        });
    }

    /** @throws Refused NOT_FOUND, IN_USE while it has members */
    public void delete(String by, String name) {
        keeping.alone(() -> {
            TeamCard was = Keeping.there(team(name));
            if (!was.members().isEmpty()) {
                throw new Refused(
                        Refusal.IN_USE, "The team has " + was.members().size() + " members; take them out first.");
            }
            keeping.write(AgentChanges.delete(was), keeping.audit().deleted(by, was));
            return was;
        });
    }

    /** A line for each other team that loses a member, and for each agent that comes or goes. */
    private List<RowChange> others(String by, TeamCard card) {
        Stream<RowChange> teams = moves.changes(card.members(), List.of()).stream()
                .filter(team -> !team.was().name().equals(card.name()))
                .map(team -> keeping.audit().changed(by, team.was(), team.now()));
        Stream<RowChange> members = rows.cards().stream()
                .filter(agent ->
                        card.members().contains(agent.username()) != card.name().equals(agent.team()))
                .map(agent -> keeping.audit().changed(by, agent, agent.withTeam(teamIn(card, agent))));
        return Stream.concat(teams, members).toList();
    }

    private static @Nullable String teamIn(TeamCard card, AgentCard agent) {
        return card.members().contains(agent.username()) ? card.name() : null;
    }

    private Optional<TeamCard> team(String name) {
        return rows.teams().stream().filter(team -> team.name().equals(name)).findFirst();
    }

    private void check(TeamCard card, boolean free) {
        Findings findings = new Findings();
        Forms.name(findings, "name", card.name());
        findings.check(free, "name", "taken", "There is a team of this name already.");
        for (String username : card.members()) {
            findings.check(
                    agents.profile(username).isPresent(), "members", "unknown", "There is no agent " + username + ".");
        }
        findings.refuse();
    }

    private TeamCard known(TeamCard card, List<String> before) {
        Set<String> concerned = new HashSet<>(card.members());
        concerned.addAll(before);
        agents.refresh(concerned);
        return Keeping.there(team(card.name()));
    }
}
