package org.supertransfer.sip.leg;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.sip.sdp.Origin;

/** One call: its lane, its legs and what is under way between them. */
final class Call {
    private static final System.Logger LOG = System.getLogger(Call.class.getName());

    private final CallId id;
    private final Surroundings surroundings;
    private final Lane lane;
    private final Operations operations = new Operations();
    private final Map<LegId, Leg> legs = new LinkedHashMap<>();

    Call(CallId id, Surroundings surroundings) {
        this.id = id;
        this.surroundings = surroundings;
        this.lane = new Lane(surroundings.pool());
    }

    CallId id() {
        return id;
    }

    Lane lane() {
        return lane;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Wire wire() {
        return surroundings.wire();
    }

    Timing timing() {
        return surroundings.timing();
    }

    Operations operations() {
        return operations;
    }

    Optional<Leg> leg(LegId leg) {
        return Optional.ofNullable(legs.get(leg));
    }

    Collection<Leg> legs() {
        return List.copyOf(legs.values());
    }

    void add(Leg leg) {
        legs.put(leg.id(), leg);
    }

    /** The leg is another call's from here on. */
    void handOver(Leg leg) {
        legs.remove(leg.id());
    }

    /** The leg has ended; its dialog still answers what crossed on the way, for as long as a transaction lives. */
    void forget(Leg leg) {
        legs.remove(leg.id());
        surroundings.table().ended(leg);
        lane.after(
                timing().transaction().plusSeconds(1),
                () -> surroundings.table().forget(leg));
    }

    /** A listener that fails must not stop a step of a call half-way. */
    void emit(CallEvent event) {
        try {
            surroundings.sink().onEvent(event);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "an event of call " + id + " was not taken", e);
        }
    }

    /** A leg's own session id: the same for the same leg, so that it can be told again after a restart. */
    Origin origin(LegId leg) {
        long bits = UUID.nameUUIDFromBytes(leg.value().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .getMostSignificantBits();
        return new Origin(bits >>> 2 | 1, surroundings.wire().publicHost());
    }
}
