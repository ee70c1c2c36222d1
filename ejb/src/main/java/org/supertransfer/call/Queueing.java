package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.Waiting;
import org.supertransfer.inbound.WaitingRows;

/** Brings a call into a queue, or back into it with the place it had. */
@ApplicationScoped
public class Queueing {
    @Inject
    private Switchboard board;

    @Inject
    private CallEngine engine;

    /** Notes the rows of a stay in this number's queue, to be written by the next step; never offered to {@code never}. */
    Waiting prepare(LiveCall call, InboundNumber number, Set<String> never) {
        Instant now = board.now();
        Instant place = call.place().orElse(now);
        Instant deadline = now.plus(board.settings().deadlines().queue());
        Waiting waiting = new Waiting(call.id(), number.number(), place, deadline, null, never);
        call.row.queuedAt = place;
        call.row.queueDeadline = deadline;
        call.add(WaitingRows.enter(waiting, board.node().fence()));
        return waiting;
    }

    /** After the commit: the caller hears that it waits, and agents are looked for. */
    void enter(LiveCall call, Waiting waiting) {
        Duration stay = board.settings().deadlines().queue();
        call.alarms.start(Deadline.QUEUE, stay, () -> engine.handle(call, CallEffects.over(Deadline.QUEUE)));
        LegId caller = call.otherLeg;
        if (caller != null && !somebodyIsFree(waiting)) {
            board.control().ring(caller, RingTone.QUEUED);
        }
        board.line().enter(waiting);
        board.dispatcher().wake();
    }

    private boolean somebodyIsFree(Waiting waiting) {
        return board.numbers().find(waiting.number()).stream()
                .anyMatch(number -> !board.agents().availableOf(number.agents()).isEmpty());
    }
}
