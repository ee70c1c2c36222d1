package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.store.Fence;

/** Makes calls in memory; the row change of their birth is noted, not written. */
@ApplicationScoped
class NewCalls {
    private static final int LONGEST = 64;
    private static final int LONGEST_NAME = 128;

    @Inject
    private Switchboard board;

    @Inject
    private Timers timers;

    LiveCall make(
            String id,
            CallView.Direction direction,
            Party party,
            @Nullable InboundNumber inbound,
            CallSnapshot snapshot) {
        Fence fence = board.node().fence();
        CallRecord row = row(id, direction, party, fence);
        row.state = snapshot.state().name();
        row.inboundNumber = inbound == null ? null : inbound.number();
        Legs legs = new Legs(new LegRows(id, fence));
        Alarms alarms = new Alarms((delay, turn) -> timers.after(id, delay, turn));
        return new LiveCall(row, inbound, snapshot, legs, alarms);
    }

    private CallRecord row(String id, CallView.Direction direction, Party party, Fence fence) {
        Instant now = board.now();
        CallRecord row = new CallRecord();
        row.id = id;
        row.direction = direction.name();
        row.partyNumber = cut(party.number(), LONGEST);
        row.partyName = party.name() == null ? null : cut(party.name(), LONGEST_NAME);
        row.beganAt = now;
        row.since = now;
        row.owner = fence.owner();
        row.epoch = fence.epoch();
        return row;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
