package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Agents;
import org.supertransfer.store.Fenced;
import org.supertransfer.store.Journal;
import org.supertransfer.store.RowChange;
import org.supertransfer.store.RowConflict;

/** What every turn ends with: rows that no move wrote, phones that are free again, pages that show something else now. */
@ApplicationScoped
class TurnEnd {
    private static final Logger LOG = LoggerFactory.getLogger(TurnEnd.class);

    @Inject
    private Journal journal;

    @Inject
    private Agents agents;

    @Inject
    private Clock clock;

    @Inject
    private Event<CallChanged> changed;

    /** @return whether the call is over and can be forgotten */
    boolean settle(LiveCall call) {
        write(call.takeUnwritten());
        show(call);
        for (String username : Set.copyOf(call.reserved)) {
            if (!call.legs.has(username)) {
                call.reserved.remove(username);
                agents.release(username, call.id());
            }
        }
        return call.isOver();
    }

    private void write(List<RowChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            journal.step(changes);
        } catch (Fenced | RowConflict e) {
            LOG.error("rows of a leg were refused", e);
        }
    }

    private void show(LiveCall call) {
        Map<String, CallView> before = call.shown;
        Map<String, CallView> after = CallViews.of(call, clock.instant());
        call.shown = after;
        after.forEach((username, view) -> {
            if (!view.equals(before.get(username))) {
                changed.fire(new CallChanged(username, view));
            }
        });
        before.forEach((username, view) -> {
            if (!after.containsKey(username)) {
                changed.fire(new CallChanged(username, CallViews.ended(call, view, clock.instant())));
            }
        });
    }
}
