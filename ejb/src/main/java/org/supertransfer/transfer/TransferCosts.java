package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.supertransfer.call.LegEnded;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.number.Price;

/**
 * What transfers to numbers outside cost: from the target's answer to the end of its leg, which may come long after the
 * transfer's own. Only then is the cost known, and told. All in the call's mailbox.
 */
@ApplicationScoped
class TransferCosts {
    @Inject
    private Switchboard board;

    @Inject
    private TransferNews news;

    private final Map<LegId, LiveTransfer> running = new ConcurrentHashMap<>();

    /** This leg leads outside, in this transfer's name. */
    void watch(LegId target, LiveTransfer transfer) {
        running.put(target, transfer);
    }

    void ended(@Observes LegEnded leg) {
        LiveTransfer transfer = running.remove(leg.leg());
        if (transfer != null && leg.answeredAt() != null) {
            charge(transfer, secondsBegun(Duration.between(leg.answeredAt(), leg.endedAt())));
        }
    }

    /** A transfer that still lives writes and tells it with its next move, which the end of its target brings. */
    private void charge(LiveTransfer transfer, long seconds) {
        TransferRecord row = transfer.row;
        Price price = transfer.target.price();
        row.billedSeconds = Math.toIntExact(seconds);
        row.cost = price == null ? null : price.cost(seconds);
        if (row.endedAt != null) {
            writeAndTell(transfer);
        }
    }

    /** Without a price nobody sees a difference. */
    private void writeAndTell(LiveTransfer transfer) {
        long was = transfer.row.version;
        boolean shown = transfer.showsChange();
        if (shown) {
            transfer.row.version++;
        }
        board.journal().step(List.of(TransferRows.update(transfer.row.copy(), was)));
        if (shown) {
            transfer.publish(List.of(), List.of());
            news.changed(transfer);
        }
    }

    private static long secondsBegun(Duration talked) {
        return Math.max(0, talked.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
