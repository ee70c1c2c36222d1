package org.supertransfer.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.store.Fence;
import org.supertransfer.store.RowChange;

/** The rows of one call's legs. */
record LegRows(String callId, Fence fence) {
    private static final String MINE = " where l.id = :id and l.owner = :owner and l.epoch = :epoch";
    private static final int SNAPSHOT = 16000;

    RowChange begin(Leg leg, @Nullable Party shown, Instant now) {
        return rows -> {
            LegRecord row = new LegRecord();
            row.id = leg.id().value();
            row.callId = callId;
            row.party = party(leg);
            row.username = leg.username();
            row.number = leg.who().number();
            row.shownNumber = shown == null ? null : shown.number();
            row.shownName = shown == null ? null : shown.name();
            row.beganAt = now;
            row.owner = fence.owner();
            row.epoch = fence.epoch();
            rows.persist(row);
        };
    }

    /** A leg of another call is this one's from here on. */
    RowChange taken(LegId leg) {
        return rows -> RowChange.one(
                rows.createQuery("update LegRecord l set l.callId = :call" + MINE)
                        .setParameter("call", callId)
                        .setParameter("id", leg.value())
                        .setParameter("owner", fence.owner())
                        .setParameter("epoch", fence.epoch())
                        .executeUpdate(),
                "leg " + leg);
    }

    /** A leg leads to somebody else now. */
    RowChange moved(Leg leg) {
        return rows -> RowChange.one(
                rows.createQuery("update LegRecord l set l.party = :party, l.username = :username, l.number = :number"
                                + MINE)
                        .setParameter("party", party(leg))
                        .setParameter("username", leg.username())
                        .setParameter("number", leg.who().number())
                        .setParameter("id", leg.id().value())
                        .setParameter("owner", fence.owner())
                        .setParameter("epoch", fence.epoch())
                        .executeUpdate(),
                "leg " + leg.id());
    }

    RowChange up(LegId leg, Instant now) {
        return rows -> RowChange.one(
                rows.createQuery("update LegRecord l set l.answeredAt = :now" + MINE)
                        .setParameter("now", now)
                        .setParameter("id", leg.value())
                        .setParameter("owner", fence.owner())
                        .setParameter("epoch", fence.epoch())
                        .executeUpdate(),
                "leg " + leg);
    }

    RowChange ended(LegId leg, EndCause cause, Instant now) {
        return rows -> RowChange.one(
                rows.createQuery("update LegRecord l set l.endedAt = :now, l.endKind = :kind, l.sipStatus = :status"
                                + MINE)
                        .setParameter("now", now)
                        .setParameter("kind", cause.kind().name())
                        .setParameter("status", cause.sipStatus())
                        .setParameter("id", leg.value())
                        .setParameter("owner", fence.owner())
                        .setParameter("epoch", fence.epoch())
                        .executeUpdate(),
                "leg " + leg);
    }

    /** A snapshot that is too long is not kept: the leg could not be rebuilt from a part. */
    RowChange snapshot(LegId leg, String snapshot) {
        return rows -> rows.createQuery("update LegRecord l set l.snapshot = :snapshot" + MINE)
                .setParameter("snapshot", snapshot.length() > SNAPSHOT ? null : snapshot)
                .setParameter("id", leg.value())
                .setParameter("owner", fence.owner())
                .setParameter("epoch", fence.epoch())
                .executeUpdate();
    }

    private static String party(Leg leg) {
        return leg.username() == null ? "OTHER" : "AGENT";
    }
}
