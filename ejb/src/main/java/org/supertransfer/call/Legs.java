package org.supertransfer.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.store.RowChange;

/** A call's legs until the adapter says that they ended, with the row changes that the next step is to write. */
public final class Legs {
    private final LegRows rows;
    private final Map<LegId, Leg> legs = new LinkedHashMap<>();
    private final Map<LegId, Instant> answers = new HashMap<>();
    private final List<RowChange> unwritten = new ArrayList<>();

    Legs(LegRows rows) {
        this.rows = rows;
    }

    /**
     * A new leg; the row is written by the next step, which must come before the leg's first sign outside.
     *
     * @param shown who its phone is shown as the caller; null for a leg that came in
     */
    public void begin(Leg leg, @Nullable Party shown, Instant now) {
        legs.put(leg.id(), leg);
        unwritten.add(rows.begin(leg, shown, now));
    }

    /** The row of a leg that is to be dialled; {@link #put} it after the commit. */
    public RowChange row(Leg leg, Party shown, Instant now) {
        return rows.begin(leg, shown, now);
    }

    /** A leg whose row has been written. */
    public void put(Leg leg) {
        legs.put(leg.id(), leg);
    }

    /** Takes over a leg of another call, which has forgotten it. */
    public void take(Leg leg, Legs from) {
        legs.put(leg.id(), leg);
        from.answeredAt(leg.id()).ifPresent(at -> answers.put(leg.id(), at));
        unwritten.add(rows.taken(leg.id()));
    }

    /** A leg that is dialled leads to somebody else. */
    void moved(Leg leg) {
        legs.put(leg.id(), leg);
        unwritten.add(rows.moved(leg));
    }

    /** Forgets all legs: another call has them. */
    void forgetAll() {
        legs.clear();
    }

    /**
     * The leg is answered; does nothing for one that is or that has ended. One that we were hanging up goes on leaving,
     * but what it costs is known from here.
     */
    public void up(LegId id, Instant now) {
        Leg leg = legs.get(id);
        if (leg == null || answers.putIfAbsent(id, now) != null) {
            return;
        }
        unwritten.add(rows.up(id, now));
        if (leg.stage() != Leg.Stage.LEAVING) {
            legs.put(id, leg.at(Leg.Stage.UP));
        }
    }

    /** We hang it up: it counts as gone for everybody but its phone. */
    public void leaving(LegId id) {
        legs.computeIfPresent(id, (same, leg) -> leg.at(Leg.Stage.LEAVING));
    }

    /** The leg is gone; does nothing the second time. */
    public void ended(LegId id, EndCause cause, Instant now) {
        answers.remove(id);
        if (legs.remove(id) != null) {
            unwritten.add(rows.ended(id, cause, now));
        }
    }

    /** Empty for a leg that was not answered, or is gone. */
    Optional<Instant> answeredAt(LegId id) {
        return Optional.ofNullable(answers.get(id));
    }

    /** Keeps what the leg could be rebuilt from. */
    public void snapshot(LegId id, String snapshot) {
        if (legs.containsKey(id)) {
            unwritten.add(rows.snapshot(id, snapshot));
        }
    }

    /** Empty for one that has ended or never was. */
    public Optional<Leg> find(@Nullable LegId id) {
        return id == null ? Optional.empty() : Optional.ofNullable(legs.get(id));
    }

    public Collection<Leg> all() {
        return List.copyOf(legs.values());
    }

    /** The latest of this agent's legs that nobody has hung up. */
    public Optional<Leg> ofAgent(String username) {
        return legs.values().stream()
                .filter(leg -> username.equals(leg.username()) && leg.stage() != Leg.Stage.LEAVING)
                .reduce((earlier, later) -> later);
    }

    /** Whether this agent's phone has a leg of the call. */
    public boolean has(String username) {
        return legs.values().stream().anyMatch(leg -> Objects.equals(leg.username(), username));
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    /** What has to be written, once. */
    public List<RowChange> takeUnwritten() {
        List<RowChange> taken = List.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }
}
