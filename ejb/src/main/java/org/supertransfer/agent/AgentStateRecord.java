package org.supertransfer.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.Fence;
import org.supertransfer.store.RowChange;

/** An agent's live state: what it wants, and which call has its phone. */
@Entity
@Table(name = "agent_state")
class AgentStateRecord {
    @Id
    String username = "";

    String wanted = "";

    @Nullable
    String callId;

    int missed;
    Instant idleSince = Instant.EPOCH;
    long version;
    String owner = "";
    long epoch;

    /**
     * A state of this run, on no call; a new one is AWAY. Its version is above all that pages have seen, also of an agent
     * who was deleted and is made again: the clock runs faster than anybody's state changes.
     */
    void open(Fence fence, Instant now) {
        callId = null;
        missed = 0;
        idleSince = now;
        version = Math.max(version + 1, now.toEpochMilli());
        owner = fence.owner();
        epoch = fence.epoch();
    }

    static AgentStateRecord away(String username) {
        AgentStateRecord state = new AgentStateRecord();
        state.username = username;
        state.wanted = Availability.AWAY.name();
        return state;
    }

    private static final String UPDATE = "update AgentStateRecord a set a.wanted = :wanted, a.callId = :callId,"
            + " a.missed = :missed, a.idleSince = :idleSince, a.version = :version"
            + " where a.username = :username and a.version = :was and a.owner = :owner and a.epoch = :epoch";

    /** The fenced update from one status to its successor; a reservation meets no row when the phone is taken. */
    static RowChange update(String username, AgentStatus was, AgentStatus now, Fence fence) {
        String free = was.callId() == null && now.callId() != null ? " and a.callId is null" : "";
        return rows -> RowChange.one(run(rows, UPDATE + free, username, was, now, fence), "agent_state " + username);
    }

    @SuppressWarnings("TooManyParameters")
    private static int run(
            EntityManager rows, String statement, String username, AgentStatus was, AgentStatus now, Fence fence) {
        return rows.createQuery(statement)
                .setParameter("wanted", now.wanted().name())
                .setParameter("callId", now.callId())
                .setParameter("missed", now.missed())
                .setParameter("idleSince", now.idleSince())
                .setParameter("version", now.version())
                .setParameter("username", username)
                .setParameter("was", was.version())
                .setParameter("owner", fence.owner())
                .setParameter("epoch", fence.epoch())
                .executeUpdate();
    }
}
