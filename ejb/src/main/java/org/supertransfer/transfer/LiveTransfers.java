package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The transfers that live, and those that ended a moment ago: what a page that connects is shown. */
@ApplicationScoped
class LiveTransfers {
    private static final Duration SHOWN = Duration.ofSeconds(60);

    @Inject
    private Clock clock;

    private final Map<String, LiveTransfer> transfers = new ConcurrentHashMap<>();

    void add(LiveTransfer transfer) {
        forgetOld();
        transfers.put(transfer.id(), transfer);
    }

    Optional<LiveTransfer> find(String id) {
        return Optional.ofNullable(transfers.get(id));
    }

    /** The attended ones of this transferor, oldest first. */
    List<LiveTransfer> recent(String username) {
        forgetOld();
        return transfers.values().stream()
                .filter(transfer -> transfer.isAttended() && transfer.row.transferor.equals(username))
                .sorted(Comparator.comparing(transfer -> transfer.view().startedAt()))
                .toList();
    }

    /** Those that have not ended, oldest first. */
    List<TransferInFlight> inFlight() {
        return transfers.values().stream()
                .map(LiveTransfer::inFlight)
                .filter(each -> each.transfer().endedAt() == null)
                .sorted(Comparator.comparing(
                                (TransferInFlight each) -> each.transfer().startedAt())
                        .thenComparing(each -> each.transfer().id()))
                .toList();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(SHOWN);
        transfers.values().removeIf(transfer -> {
            Instant ended = transfer.view().endedAt();
            return ended != null && ended.isBefore(oldest);
        });
    }
}
