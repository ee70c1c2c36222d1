package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    private final Map<LegId, Running> running = new ConcurrentHashMap<>();

    private record Running(LiveTransfer transfer, @Nullable Price price) {}

    /** This leg leads outside, in this transfer's name. */
    void watch(LegId target, LiveTransfer transfer) {
        running.put(target, new Running(transfer, transfer.target.price()));
    }

    /**
     * The leg leads elsewhere from here on, to the first of these that answers. Which one that is nobody tells: where their
     * prices differ the cost will not be known.
     */
    void redirected(LegId target, LiveTransfer transfer, List<Target> ways) {
        Target first = ways.get(0);
        transfer.row.chargedAs(first);
        if (first.route().outside()) {
            boolean same = ways.stream().allMatch(way -> Objects.equals(way.price(), first.price()));
            running.put(target, new Running(transfer, same ? first.price() : null));
        } else {
            running.remove(target);
        }
    }

    void ended(@Observes LegEnded leg) {
        Running ended = running.remove(leg.leg());
        if (ended != null && leg.answeredAt() != null) {
            charge(ended.transfer(), ended.price(), secondsBegun(Duration.between(leg.answeredAt(), leg.endedAt())));
        }
    }

    /** A transfer that still lives writes and tells it with its next move, which the end of its target brings. */
    private void charge(LiveTransfer transfer, @Nullable Price price, long seconds) {
        TransferRecord row = transfer.row;
        row.billedSeconds = Math.toIntExact(seconds);
        row.cost = price == null ? null : price.cost(seconds);
        if (row.endedAt != null) {
            writeAndTell(transfer);
        }
    }

    /** Without a price the page learns that nobody knows the cost, which it has promised until now. */
    private void writeAndTell(LiveTransfer transfer) {
        long was = transfer.row.version++;
        board.journal().step(List.of(TransferRows.update(transfer.row.copy(), was)));
        transfer.publish(List.of(), List.of());
        news.changed(transfer);
    }

    private static long secondsBegun(Duration talked) {
        return Math.max(0, talked.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
