package org.supertransfer.agent;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.Fence;
import org.supertransfer.store.RowChange;

/** What admins do to the rows of agents and teams. A card of an old version meets no row. */
public final class AgentChanges {
    private AgentChanges() {}

    public static RowChange insert(AgentCard card, Secrets secrets, Fence fence, Instant now) {
        return rows -> {
            AgentRecord row = new AgentRecord();
            row.username = card.username();
            fill(row, card, secrets);
            join(rows, row, card.team());
            rows.persist(row);
            AgentStateRecord state = AgentStateRecord.away(card.username());
            state.open(fence, now);
            rows.persist(state);
        };
    }

    /**
     * Takes the extensions of agents who each get another one in what follows: so two can swap theirs, though no two may
     * have the same at any time. What stands there meanwhile is nobody's number.
     */
    public static RowChange release(Collection<String> usernames) {
        return rows -> {
            int nth = 0;
            for (String username : usernames) {
                rows.createQuery("update AgentRecord a set a.extension = :free where a.username = :username")
                        .setParameter("free", "~" + nth++)
                        .setParameter("username", username)
                        .executeUpdate();
            }
        };
    }

    public static RowChange update(AgentCard card, Secrets secrets) {
        return rows -> {
            AgentRecord row = row(rows, card);
            fill(row, card, secrets);
            join(rows, row, card.team());
        };
    }

    /** The password that counts comes from the directory file of the start. */
    public static RowChange passwordIsTheFiles(String username) {
        return rows -> rows.find(AgentRecord.class, username).importedHash = null;
    }

    /** The agent, its roles and its state; its calls and transfers stay. Its inbound numbers must have let it go. */
    public static RowChange delete(AgentCard card) {
        return rows -> {
            AgentRecord row = row(rows, card);
            join(rows, row, null);
            AgentStateRecord state = rows.find(AgentStateRecord.class, card.username());
            if (state != null) {
                rows.remove(state);
                rows.flush();
            }
            rows.remove(row);
        };
    }

    public static RowChange insert(TeamCard card) {
        return rows -> {
            TeamRecord row = new TeamRecord();
            row.name = card.name();
            rows.persist(row);
            rows.flush();
            members(rows, card);
        };
    }

    public static RowChange update(TeamCard card) {
        return rows -> {
            changed(rows, team(rows, card));
            members(rows, card);
        };
    }

    public static RowChange delete(TeamCard card) {
        return rows -> rows.remove(team(rows, card));
    }

    private static AgentRecord row(EntityManager rows, AgentCard card) {
        return RowChange.current(
                rows.find(AgentRecord.class, card.username()),
                row -> row.version,
                card.version(),
                "agent " + card.username());
    }

    private static TeamRecord team(EntityManager rows, TeamCard card) {
        return RowChange.current(
                rows.find(TeamRecord.class, card.name()), row -> row.version, card.version(), "team " + card.name());
    }

    private static void fill(AgentRecord row, AgentCard card, Secrets secrets) {
        row.name = card.name();
        row.extension = card.extension();
        row.contact = card.contact();
        row.language = card.language();
        row.roles.retainAll(card.roles());
        row.roles.addAll(card.roles());
        String sip = secrets.sipPassword();
        if (sip != null) {
            row.sipPassword = sip.isEmpty() ? null : sip;
        }
        if (secrets.passwordHash() != null) {
            row.choose(secrets.passwordHash());
        }
    }

    private static void members(EntityManager rows, TeamCard card) {
        Collection<String> wanted = Set.copyOf(card.members());
        rows.createQuery("select a from AgentRecord a", AgentRecord.class)
                .getResultStream()
                .forEach(agent -> {
                    if (wanted.contains(agent.username)) {
                        join(rows, agent, card.name());
                    } else if (card.name().equals(agent.team)) {
                        join(rows, agent, null);
                    }
                });
    }

    /** Leaves one team for another. Both are other ones then, so that whoever still sees them as they were is told. */
    private static void join(EntityManager rows, AgentRecord agent, @Nullable String team) {
        if (!Objects.equals(agent.team, team)) {
            Stream.of(agent.team, team)
                    .filter(Objects::nonNull)
                    .forEach(each -> changed(rows, rows.find(TeamRecord.class, each)));
            agent.team = team;
        }
    }

    private static void changed(EntityManager rows, TeamRecord team) {
        rows.lock(team, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }
}
