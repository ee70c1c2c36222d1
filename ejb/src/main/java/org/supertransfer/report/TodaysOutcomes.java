package org.supertransfer.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.supertransfer.transfer.TransferChanged;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** How the transfers that ended today ended: counted as they end, from the server's midnight on. */
@ApplicationScoped
public class TodaysOutcomes {
    @Inject
    private SuccessRows rows;

    @Inject
    private Clock clock;

    private final Set<String> live = new HashSet<>();
    private final Map<TransferState, Integer> counts = new EnumMap<>(TransferState.class);
    private Instant since = Instant.MIN;

    /** Begins anew with what the rows say; for the start, before there is a call. */
    public synchronized void load() {
        counts.clear();
        since = midnight();
        counts.putAll(rows.endedSince(since));
    }

    /** An ending counts once, whatever is told of the transfer afterwards. */
    synchronized void on(@Observes TransferChanged event) {
        TransferView transfer = event.transfer();
        TransferState outcome = transfer.outcome();
        if (outcome == null) {
            live.add(transfer.id());
        } else if (live.remove(transfer.id())) {
            turn();
            counts.merge(outcome, 1, Integer::sum);
        }
    }

    synchronized BoardView.Today today() {
        turn();
        return new BoardView.Today(since, new EnumMap<>(counts));
    }

    /** A new day begins at nothing. */
    private void turn() {
        Instant midnight = midnight();
        if (midnight.isAfter(since)) {
            since = midnight;
            counts.clear();
        }
    }

    private Instant midnight() {
        return clock.instant()
                .atZone(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }
}
