package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentChanges;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Passwords;
import org.supertransfer.agent.Roles;
import org.supertransfer.agent.Secrets;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.Audit;
import org.supertransfer.audit.Kept;
import org.supertransfer.directory.DirectoryEntries;
import org.supertransfer.directory.DirectoryEntries.NewAgent;
import org.supertransfer.directory.UserCard;
import org.supertransfer.directory.UserChanges;
import org.supertransfer.directory.UserRows;
import org.supertransfer.inbound.InboundCard;
import org.supertransfer.inbound.InboundChanges;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.store.Node;
import org.supertransfer.store.RowChange;

/** What a directory file changes of what is there, with a line of the audit for each thing. */
@ApplicationScoped
class DirectoryMerge {
    @Inject
    private AgentRows agents;

    @Inject
    private UserRows users;

    @Inject
    private InboundRows inboundNumbers;

    @Inject
    private TeamMoves moves;

    @Inject
    private Passwords passwords;

    @Inject
    private Audit audit;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    /**
     * All that is to be written.
     *
     * @param loggedOut the agents whose log-ins end
     */
    record Changes(List<RowChange> rows, Set<String> loggedOut, List<Kept> news, List<Kept> others) {
        int created() {
            return news.size();
        }

        int changed() {
            return others.size();
        }
    }

    Changes changes(String by, DirectoryEntries entries) {
        Changes changes = new Changes(new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, AgentCard> there = byId(agents.cards());
        changes.rows().add(AgentChanges.release(entries.moving(there.values())));
        List<AgentCard> cards = entries.agents().stream()
                .map(NewAgent::profile)
                .map(profile -> card(there.get(profile.username()), profile))
                .toList();
        teams(changes, by, cards);
        entries.agents()
                .forEach(agent -> agent(changes, by, there.get(agent.profile().username()), agent));
        Map<String, UserCard> knownUsers = byId(users.cards());
        entries.users().forEach(user -> {
            UserCard was = knownUsers.get(user.number());
            UserCard card = new UserCard(user.number(), user.name(), user.contact(), was == null ? 0 : was.version());
            note(changes, by, was, card, was == null ? UserChanges.insert(card) : UserChanges.update(card));
        });
        Map<String, InboundCard> knownNumbers = byId(inboundNumbers.cards());
        entries.inboundNumbers().forEach(number -> {
            InboundCard was = knownNumbers.get(number.number());
            List<String> answering = number.agents().stream().sorted().toList();
            InboundCard card =
                    new InboundCard(number.number(), number.name(), answering, was == null ? 0 : was.version());
            note(changes, by, was, card, was == null ? InboundChanges.insert(card) : InboundChanges.update(card));
        });
        return changes;
    }

    private static <T extends Kept> Map<String, T> byId(List<T> things) {
        return things.stream().collect(Collectors.toMap(Kept::id, Function.identity()));
    }

    /** New teams are founded before anybody comes to them; all that have other members have a line. */
    private void teams(Changes changes, String by, List<AgentCard> cards) {
        Set<String> there = byId(agents.teams()).keySet();
        cards.stream()
                .map(AgentCard::team)
                .filter(Objects::nonNull)
                .filter(team -> !there.contains(team))
                .distinct()
                .map(team -> new TeamCard(team, List.of(), 0))
                .forEach(team -> note(changes, by, null, TeamMoves.joined(team, cards), AgentChanges.insert(team)));
        moves.changes(cards.stream().map(AgentCard::username).toList(), cards)
                .forEach(team -> changes.rows().add(audit.imported(by, team.was(), team.now())));
    }

    private void agent(Changes changes, String by, @Nullable AgentCard was, NewAgent agent) {
        AgentProfile profile = agent.profile();
        Secrets secrets = secrets(agent);
        AgentCard card = card(was, profile);
        AgentForm form = new AgentForm(card, secrets.passwordHash(), secrets.sipPassword());
        if (was == null) {
            Kept kept = form.remembered(false);
            note(changes, by, null, kept, AgentChanges.insert(card, secrets, node.fence(), clock.instant()));
            return;
        }
        boolean same = secrets.equals(Secrets.UNCHANGED) && was.equals(card);
        if (!same) {
            note(changes, by, was, form.remembered(was.hasSipPassword()), AgentChanges.update(card, secrets));
        }
        if (secrets.passwordHash() != null || !was.roles().equals(card.roles())) {
            changes.loggedOut().add(was.username());
        }
    }

    /** A file never changes the language that a person has chosen, nor the team when it names none. */
    static AgentCard card(@Nullable AgentCard was, AgentProfile profile) {
        String team = profile.team();
        return new AgentCard(
                profile.username(),
                profile.name(),
                profile.extension(),
                profile.contact(),
                Roles.names(profile.roles()),
                was == null ? profile.language() : was.language(),
                team == null && was != null ? was.team() : team,
                was != null && was.hasSipPassword(),
                was == null ? 0 : was.version());
    }

    private Secrets secrets(NewAgent agent) {
        String username = agent.profile().username();
        String password = agent.password();
        boolean known = password == null || agents.knowsPassword(username, password);
        String hash = password == null || known ? null : passwords.hash(password);
        Optional<String> phones = agents.sipPassword(username);
        String wanted = Optional.ofNullable(agent.profile().sipPassword()).orElse("");
        boolean same = agent.keepsSipPassword() || wanted.equals(phones.orElse(""));
        return new Secrets(hash, same ? null : wanted);
    }

    /** Nothing, when both are the same. */
    @SuppressWarnings("TooManyParameters")
    private void note(Changes changes, String by, @Nullable Kept was, Kept now, RowChange row) {
        if (now.equals(was)) {
            return;
        }
        (was == null ? changes.news() : changes.others()).add(now);
        changes.rows().add(row);
        changes.rows().add(audit.imported(by, was, now));
    }
}
