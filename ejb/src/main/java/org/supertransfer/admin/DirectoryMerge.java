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
import org.supertransfer.directory.User;
import org.supertransfer.directory.UserCard;
import org.supertransfer.directory.UserChanges;
import org.supertransfer.directory.UserRows;
import org.supertransfer.inbound.InboundCard;
import org.supertransfer.inbound.InboundChanges;
import org.supertransfer.inbound.InboundNumber;
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
     * @param by who imports it, for the audit
     * @param atStart whether it is the file of every start, whose passwords give way to those that people chose since
     * @param loggedOut the agents whose log-ins end
     */
    record Changes(
            String by,
            boolean atStart,
            List<RowChange> rows,
            Set<String> loggedOut,
            List<Kept> news,
            List<Kept> others) {
        private Changes(String by, boolean atStart) {
            this(by, atStart, new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        }

        int created() {
            return news.size();
        }

        int changed() {
            return others.size();
        }
    }

    /** Of a file that an admin imports. */
    Changes changes(String by, DirectoryEntries entries) {
        return merged(new Changes(by, false), entries);
    }

    /** Of the file that is imported at every start. */
    Changes changesAtStart(String by, DirectoryEntries entries) {
        return merged(new Changes(by, true), entries);
    }

    private Changes merged(Changes changes, DirectoryEntries entries) {
        Map<String, AgentCard> there = byId(agents.cards());
        changes.rows().add(AgentChanges.release(entries.moving(there.values())));
        List<AgentCard> cards = entries.agents().stream()
                .map(NewAgent::profile)
                .map(profile -> card(there.get(profile.username()), profile))
                .toList();
        teams(changes, cards);
        entries.agents()
                .forEach(agent -> agent(changes, there.get(agent.profile().username()), agent));
        users(changes, entries.users());
        inboundNumbers(changes, entries.inboundNumbers());
        return changes;
    }

    private void users(Changes changes, List<User> entries) {
        Map<String, UserCard> known = byId(users.cards());
        entries.forEach(user -> {
            UserCard was = known.get(user.number());
            UserCard card = new UserCard(user.number(), user.name(), user.contact(), was == null ? 0 : was.version());
            note(changes, was, card, was == null ? UserChanges.insert(card) : UserChanges.update(card));
        });
    }

    private void inboundNumbers(Changes changes, List<InboundNumber> entries) {
        Map<String, InboundCard> known = byId(inboundNumbers.cards());
        entries.forEach(number -> {
            InboundCard was = known.get(number.number());
            List<String> answering = number.agents().stream().sorted().toList();
            InboundCard card =
                    new InboundCard(number.number(), number.name(), answering, was == null ? 0 : was.version());
            note(changes, was, card, was == null ? InboundChanges.insert(card) : InboundChanges.update(card));
        });
    }

    private static <T extends Kept> Map<String, T> byId(List<T> things) {
        return things.stream().collect(Collectors.toMap(Kept::id, Function.identity()));
    }

    /** New teams are founded before anybody comes to them; all that have other members have a line. */
    private void teams(Changes changes, List<AgentCard> cards) {
        Set<String> there = byId(agents.teams()).keySet();
        cards.stream()
                .map(AgentCard::team)
                .filter(Objects::nonNull)
                .filter(team -> !there.contains(team))
                .distinct()
                .map(team -> new TeamCard(team, List.of(), 0))
                .forEach(team -> note(changes, null, TeamMoves.joined(team, cards), AgentChanges.insert(team)));
        moves.changes(cards.stream().map(AgentCard::username).collect(Collectors.toSet()), cards)
                .forEach(team -> changes.rows().add(audit.imported(changes.by(), team.was(), team.now())));
    }

    private void agent(Changes changes, @Nullable AgentCard was, NewAgent agent) {
        AgentCard card = card(was, agent.profile());
        boolean counts = !changes.atStart() || isNewInTheFile(agent);
        Secrets secrets = new Secrets(counts ? hash(agent) : null, sipPassword(agent));
        AgentForm form = new AgentForm(card, secrets.passwordHash(), secrets.sipPassword());
        if (was == null) {
            Kept kept = form.remembered(false);
            note(changes, null, kept, AgentChanges.insert(card, secrets, node.fence(), clock.instant()));
        } else if (!secrets.equals(Secrets.UNCHANGED) || !was.equals(card)) {
            note(changes, was, form.remembered(was.hasSipPassword()), AgentChanges.update(card, secrets));
        }
        if (changes.atStart() && counts) {
            changes.rows().add(AgentChanges.passwordIsTheFiles(card.username()));
        }
        if (was != null && (secrets.passwordHash() != null || !was.roles().equals(card.roles()))) {
            changes.loggedOut().add(was.username());
        }
    }

    /** Whether the file of the start has a password that the one of the last start did not have. */
    private boolean isNewInTheFile(NewAgent agent) {
        String password = agent.password();
        return password != null && !agents.isImportedPassword(agent.profile().username(), password);
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

    /** Null when the password stays as it is. */
    private @Nullable String hash(NewAgent agent) {
        String password = agent.password();
        if (password == null || agents.knowsPassword(agent.profile().username(), password)) {
            return null;
        }
        return passwords.hash(password);
    }

    /** The phone's, when the file has another; null when it stays, empty when there is to be none. */
    private @Nullable String sipPassword(NewAgent agent) {
        String known = agents.sipPassword(agent.profile().username()).orElse("");
        String wanted = Optional.ofNullable(agent.profile().sipPassword()).orElse("");
        return agent.keepsSipPassword() || wanted.equals(known) ? null : wanted;
    }

    /** Nothing, when both are the same. */
    private void note(Changes changes, @Nullable Kept was, Kept now, RowChange row) {
        if (now.equals(was)) {
            return;
        }
        (was == null ? changes.news() : changes.others()).add(now);
        changes.rows().add(row);
        changes.rows().add(audit.imported(changes.by(), was, now));
    }
}
