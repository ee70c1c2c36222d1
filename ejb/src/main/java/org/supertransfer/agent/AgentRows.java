package org.supertransfer.agent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supertransfer.audit.Audit;
import org.supertransfer.store.Fence;

/** Reads and imports agents. Not for steps: it selects. */
@Stateless
@PermitAll
public class AgentRows {
    /** Who brought the roles, where the audit says who did it. */
    private static final String PROVIDER = "provider";

    @PersistenceContext
    EntityManager rows;

    @Inject
    private Audit audit;

    /**
     * Inserts or updates by username. A password that is still the imported one is not hashed again, and does not take
     * the place of one that its person chose since.
     *
     * @param password in clear, null to leave it as it is
     * @param rehearsal whether a cheap hash will do
     */
    public void put(AgentProfile agent, @Nullable String password, boolean rehearsal) {
        AgentRecord row = rows.find(AgentRecord.class, agent.username());
        if (row == null) {
            row = new AgentRecord();
            row.username = agent.username();
            row.language = agent.language();
        }
        fill(row, agent);
        join(row, agent.team());
        if (password != null && !PasswordHash.matches(password, row.imported())) {
            row.passwordHash = PasswordHash.of(password, rehearsal);
            row.importedHash = null;
        }
        rows.persist(row);
    }

    public Set<String> usernames() {
        return agents().stream().map(agent -> agent.username).collect(Collectors.toSet());
    }

    public boolean exists(String username) {
        return rows.find(AgentRecord.class, username) != null;
    }

    /** The phone's, in clear; empty when it has none. */
    public Optional<String> sipPassword(String username) {
        return Optional.ofNullable(rows.find(AgentRecord.class, username)).map(agent -> agent.sipPassword);
    }

    /** Whether this is the password of the directory file of the last start, be it the one that counts or not. */
    public boolean isImportedPassword(String username, String password) {
        AgentRecord row = rows.find(AgentRecord.class, username);
        return row != null && PasswordHash.matches(password, row.imported());
    }

    /** Whether this is the agent's password, or the one of a file that its person has changed since. */
    public boolean knowsPassword(String username, String password) {
        AgentRecord row = rows.find(AgentRecord.class, username);
        return row != null
                && (PasswordHash.matches(password, row.passwordHash)
                        || row.importedHash != null && PasswordHash.matches(password, row.importedHash));
    }

    public boolean isPassword(String username, String password) {
        AgentRecord row = rows.find(AgentRecord.class, username);
        return row != null && PasswordHash.matches(password, row.passwordHash);
    }

    /** @param hash of a password that the directory file does not know */
    public void changePassword(String username, String hash) {
        rows.find(AgentRecord.class, username).choose(hash);
    }

    /** What a provider says, with its line in the audit. */
    public void roles(String username, Set<Role> roles) {
        AgentRecord row = rows.find(AgentRecord.class, username);
        AgentCard was = AgentCards.of(row);
        row.roles.clear();
        roles.forEach(role -> row.roles.add(role.text()));
        audit.changed(PROVIDER, was, AgentCards.of(row)).apply(rows);
    }

    /** @param since log-ins of this person from before are void */
    public void logInsSince(String username, Instant since) {
        rows.createQuery("update AgentRecord a set a.logInsSince = :since where a.username = :username")
                .setParameter("since", since)
                .setParameter("username", username)
                .executeUpdate();
    }

    /** Of those who have one. */
    public Map<String, Instant> logInsSince() {
        return rows.createQuery(
                        "select a.username, a.logInsSince from AgentRecord a where a.logInsSince is not null",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(each -> (String) each[0], each -> (Instant) each[1]));
    }

    private static void fill(AgentRecord row, AgentProfile agent) {
        row.name = agent.name();
        row.extension = agent.extension();
        row.sipPassword = agent.sipPassword();
        row.contact = agent.contact();
        row.roles.clear();
        agent.roles().forEach(role -> row.roles.add(role.text()));
    }

    /** A file that says nothing of a team leaves the agent in its own. */
    private void join(AgentRecord row, @Nullable String team) {
        if (team != null) {
            if (rows.find(TeamRecord.class, team) == null) {
                TeamRecord founded = new TeamRecord();
                founded.name = team;
                rows.persist(founded);
            }
            row.team = team;
        }
    }

    /** An admin whose form still has another language is told. */
    public void language(String username, String language) {
        rows.createQuery("update AgentRecord a set a.language = :language, a.version = a.version + 1"
                        + " where a.username = :username and a.language <> :language")
                .setParameter("language", language)
                .setParameter("username", username)
                .executeUpdate();
    }

    /** Gives every agent a state of this run, on no call. */
    public void openStates(Fence fence, boolean everybodyAway, Instant now) {
        for (AgentRecord agent : agents()) {
            AgentStateRecord state = rows.find(AgentStateRecord.class, agent.username);
            if (state == null) {
                state = AgentStateRecord.away(agent.username);
            }
            state.open(fence, now);
            if (everybodyAway) {
                state.wanted = Availability.AWAY.name();
            }
            rows.persist(state);
        }
    }

    public List<Desk.Loaded> all() {
        return agents().stream().map(this::loaded).toList();
    }

    /** Those of them that there are. */
    public List<Desk.Loaded> these(Collection<String> usernames) {
        return usernames.stream()
                .map(username -> rows.find(AgentRecord.class, username))
                .filter(Objects::nonNull)
                .map(this::loaded)
                .toList();
    }

    /** By username. */
    public List<AgentCard> cards() {
        return agents().stream().map(AgentCards::of).toList();
    }

    public Optional<AgentCard> card(String username) {
        return Optional.ofNullable(rows.find(AgentRecord.class, username)).map(AgentCards::of);
    }

    /** By name. */
    public List<TeamCard> teams() {
        List<AgentRecord> agents = agents();
        return rows.createQuery("select t from TeamRecord t order by t.name", TeamRecord.class)
                .getResultStream()
                .map(team -> AgentCards.of(team, agents))
                .toList();
    }

    private Desk.Loaded loaded(AgentRecord agent) {
        AgentStateRecord state = rows.find(AgentStateRecord.class, agent.username);
        int contacts = agent.contact == null ? 0 : 1;
        AgentStatus status = new AgentStatus(
                Availability.valueOf(state.wanted), contacts, List.of(), 0, state.idleSince, state.version);
        return new Desk.Loaded(agent.profile(), status);
    }

    private List<AgentRecord> agents() {
        return rows.createQuery("select a from AgentRecord a order by a.username", AgentRecord.class)
                .getResultList();
    }
}
