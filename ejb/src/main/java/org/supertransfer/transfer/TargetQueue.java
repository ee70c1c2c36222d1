package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supertransfer.agent.Availability;
import org.supertransfer.call.Deadline;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.Waiting;
import org.supertransfer.inbound.WaitingRows;
import org.supertransfer.store.RowChange;

/**
 * Plays the target of a transfer to an inbound number: the call stands in its queue, and the agents who are offered it
 * ring and answer in the target's name. An offer that comes to nothing is the queue's own affair.
 */
@ApplicationScoped
class TargetQueue {
    @Inject
    private Switchboard board;

    @Inject
    private TransferEngine engine;

    /** @param rows takes what the step has to write */
    Runnable enter(LiveCall call, LiveTransfer transfer, List<RowChange> rows) {
        Optional<InboundNumber> number =
                board.numbers().find(transfer.target.route().id());
        Instant now = board.now();
        Instant deadline = now.plus(board.settings().deadlines().queue());
        String id = transfer.target.route().id();
        Waiting waiting = new Waiting(call.id(), id, now, deadline, transfer.id(), Set.of(transfer.row.transferor));
        rows.add(WaitingRows.enter(waiting, board.node().fence()));
        return () -> {
            board.line().enter(waiting);
            if (number.isPresent() && anybodyMayCome(number.get(), transfer.row.transferor)) {
                board.dispatcher().wake();
            } else {
                board.later(call, same -> nobody(same, transfer));
            }
        };
    }

    /** The queue ends the stay by itself, so the rules have nothing to hang up. */
    private void nobody(LiveCall call, LiveTransfer transfer) {
        List<RowChange> rows = new ArrayList<>();
        leave(call, transfer, rows).run();
        rows.forEach(call::add);
        engine.handle(call, transfer, Stimulus.targetGone(TransferReason.NO_AGENTS));
    }

    private boolean anybodyMayCome(InboundNumber number, String except) {
        Set<String> usernames = new HashSet<>(number.agents());
        usernames.remove(except);
        return usernames.stream()
                .map(board.agents()::availability)
                .anyMatch(state -> state == Availability.AVAILABLE || state == Availability.BUSY);
    }

    /** Leaves the queue, if the transfer stands in one. */
    Runnable leave(LiveCall call, LiveTransfer transfer, List<RowChange> rows) {
        if (!stands(call, transfer)) {
            return () -> {};
        }
        rows.add(WaitingRows.leave(call.id()));
        transfer.offeredTo = null;
        return () -> {
            call.alarms().stop(Deadline.RING);
            board.line().leave(call.id());
        };
    }

    /** An agent's phone is reserved for this call: ring it. */
    void offered(LiveCall call, LiveTransfer transfer, String username) {
        if (!stands(call, transfer) || transfer.legs.containsKey(TransferParty.TARGET)) {
            return;
        }
        TransferDialling.offered(board, call, transfer, username).ifPresent(dialling -> {
            board.journal()
                    .step(List.of(
                            call.legs().row(dialling.leg(), dialling.request().caller(), board.now())));
            call.legs().put(dialling.leg());
            transfer.legs.put(TransferParty.TARGET, dialling.leg().id());
            transfer.offeredTo = username;
            call.alarms().start(Deadline.RING, board.settings().deadlines().ring(), () -> unanswered(call, transfer));
            board.control().dial(dialling.request());
        });
    }

    private void unanswered(LiveCall call, LiveTransfer transfer) {
        LegId leg = transfer.legs.remove(TransferParty.TARGET);
        if (leg != null) {
            board.hangUp(call, leg, EndCause.of(EndCause.Kind.CANCELLED));
        }
        missed(call, transfer);
    }

    /** Whether the target's leg that is gone was only an offer; then the queue goes on. */
    boolean missed(LiveCall call, LiveTransfer transfer) {
        String username = transfer.offeredTo;
        if (username == null) {
            return false;
        }
        transfer.offeredTo = null;
        call.alarms().stop(Deadline.RING);
        board.agents().missed(username);
        board.line().again(call.id());
        board.dispatcher().wake();
        return true;
    }

    /** A human answered: the stay in the queue is over. */
    void answered(LiveCall call, LiveTransfer transfer) {
        String username = transfer.offeredTo;
        if (username == null) {
            return;
        }
        transfer.offeredTo = null;
        call.alarms().stop(Deadline.RING);
        call.add(WaitingRows.leave(call.id()));
        board.line().leave(call.id());
        board.agents().answered(username);
    }

    private boolean stands(LiveCall call, LiveTransfer transfer) {
        return board.line().find(call.id()).stream()
                .anyMatch(waiting -> transfer.id().equals(waiting.transferId()));
    }
}
