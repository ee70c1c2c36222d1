package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.settings.Deadlines;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.store.Journal;
import org.supertransfer.store.RowChange;

/** Writes a call's moves: one fenced update, one history row, and the legs that the move brings. */
@ApplicationScoped
public class CallSteps {
    @Inject
    private Journal journal;

    @Inject
    private LiveSettings settings;

    @Inject
    private Clock clock;

    /** Writes and then makes the move. */
    void step(LiveCall call, CallSnapshot next, CallStimulus stimulus) {
        journal.step(change(call, next, stimulus.kind().name(), reasonOf(stimulus)));
    }

    /** The row changes of a move that another step writes; the call is in its new state from here on. */
    List<RowChange> change(LiveCall call, CallSnapshot next, String stimulus, @Nullable String reason) {
        Instant now = clock.instant();
        CallRecord row = call.row;
        String from = row.state;
        long was = row.version;
        move(row, next, reason, now);
        call.snapshot = next;
        row.agent = call.legs().find(call.agentLeg).map(Leg::username).orElse(null);
        CallRecord written = row.copy();
        List<RowChange> changes = new ArrayList<>(call.takeUnwritten());
        changes.add(CallRows.update(written, was));
        changes.add(CallRows.history(written, from, stimulus, now));
        return changes;
    }

    private void move(CallRecord row, CallSnapshot next, @Nullable String reason, Instant now) {
        Deadlines deadlines = settings.now().deadlines();
        row.version++;
        if (!row.state.equals(next.state().name())) {
            row.since = now;
        }
        row.state = next.state().name();
        row.ringDeadline = next.state() == CallState.OFFERED ? now.plus(deadlines.ring()) : null;
        row.signalDeadline = next.state() == CallState.UP && !next.joined() ? signalling(now, deadlines) : null;
        if (next.state() == CallState.ENDED) {
            row.endedAt = now;
            row.reason = reason;
        }
    }

    private static Instant signalling(Instant now, Deadlines deadlines) {
        Duration signalling = deadlines.signalling();
        return now.plus(signalling);
    }

    private static @Nullable String reasonOf(CallStimulus stimulus) {
        return stimulus.cause() == null
                ? stimulus.kind().name()
                : stimulus.cause().kind().name();
    }
}
