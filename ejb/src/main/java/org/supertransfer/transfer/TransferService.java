package org.supertransfer.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Calls;
import org.supertransfer.call.LiveCall;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** The transfers' front door. Waits for a mailbox, so it never runs in a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TransferService {
    private static final int MOST_AT_ONCE = 20_000;

    @Inject
    private Calls calls;

    @Inject
    private TransferOrders orders;

    @Inject
    private TransferCommands commands;

    @Inject
    private LiveTransfers live;

    @Inject
    private TransferHistory history;

    /**
     * Begins a transfer, or answers with it as it is now when the same caller sent the same order under this id before.
     *
     * @throws Refused in this order: ID_USED; NOT_FOUND; TRANSFER_LIVE, CALL_NOT_CONNECTED, TRANSFER_LIMIT;
     *     NUMBER_INVALID, TARGET_UNKNOWN, TARGET_IS_SELF, TARGET_IS_TRANSFEREE, CONSULT_WITH_BLIND;
     *     EMERGENCY_BLIND, EMERGENCY_UNCONFIRMED, NUMBER_NOT_ALLOWED; TARGET_OFFLINE; UNAVAILABLE
     */
    public TransferView put(Caller caller, UUID id, TransferOrder order) {
        try {
            return calls.ask(order.callId(), call -> begin(call, caller, id, order));
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.UNAVAILABLE) {
                throw refused;
            }
            return before(caller, kept(id.toString()), order).orElseThrow(() -> refused);
        }
    }

    /**
     * In the call's turn: a twin of this request may have come first. An id whose transfer is over meets the row's key;
     * only a refusal looks for it, so that a new order waits for no query; in a database that does not answer nobody looks.
     */
    private TransferView begin(LiveCall call, Caller caller, UUID id, TransferOrder order) {
        return before(caller, inMemory(id.toString()), order)
                .orElseGet(() -> orders.begin(call, caller, id, order).view());
    }

    /** The transfer that this very order began; empty when the id is new. */
    private static Optional<TransferView> before(
            Caller caller, Optional<TransferHistory.Kept> same, TransferOrder order) {
        return same.map(kept -> {
            if (!kept.transferor().equals(caller.username()) || !kept.order().equals(order)) {
                throw new Refused(Refusal.ID_USED, "This id is used by another transfer.");
            }
            return kept.view();
        });
    }

    /** Whether some transfer has this id, whoever's it is: its use again is ID_USED even with a malformed body. */
    public boolean isUsed(UUID id) {
        return kept(id.toString()).isPresent();
    }

    /** @throws Refused NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state}) */
    public TransferView complete(Caller caller, UUID id, long version) {
        return command(caller, id, version, Stimulus.Kind.COMPLETE);
    }

    /** @throws Refused NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state}) */
    public TransferView cancel(Caller caller, UUID id, long version) {
        return command(caller, id, version, Stimulus.Kind.CANCEL);
    }

    /** @throws Refused NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state}) */
    public TransferView swap(Caller caller, UUID id, long version) {
        return command(caller, id, version, Stimulus.Kind.SWAP);
    }

    /**
     * A supervisor takes the transferee back, whoever's transfer it is.
     *
     * @throws Refused FORBIDDEN, NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state})
     */
    public TransferView retrieve(Caller caller, UUID id, long version) {
        if (!caller.supervises()) {
            throw new Refused(Refusal.FORBIDDEN, "Only supervisors take calls back from others.");
        }
        return commands.retrieve(caller, visible(caller, id), version);
    }

    private TransferView command(Caller caller, UUID id, long version, Stimulus.Kind command) {
        TransferHistory.Kept kept = visible(caller, id);
        return commands.give(caller, kept, version, command);
    }

    /** @throws Refused NOT_FOUND, also when it is somebody else's and the caller is no supervisor */
    public TransferView.Detail find(Caller caller, UUID id) {
        TransferHistory.Kept kept = visible(caller, id);
        List<TransferView.Moment> timeline = live.find(id.toString())
                .map(LiveTransfer::timeline)
                .orElseGet(() -> reading(() -> history.timeline(id.toString())));
        return new TransferView.Detail(kept.view(), timeline);
    }

    private TransferHistory.Kept visible(Caller caller, UUID id) {
        return kept(id.toString())
                .filter(kept -> kept.transferor().equals(caller.username()) || caller.supervises())
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no such transfer."));
    }

    private Optional<TransferHistory.Kept> kept(String id) {
        Optional<TransferHistory.Kept> known = inMemory(id);
        return known.isPresent() ? known : reading(() -> history.find(id));
    }

    private Optional<TransferHistory.Kept> inMemory(String id) {
        return live.find(id)
                .map(transfer -> new TransferHistory.Kept(transfer.row.transferor, transfer.order, transfer.view()));
    }

    public TransferView.Page history(Caller caller, HistoryQuery query) {
        return reading(() -> history.page(whose(caller, query), query));
    }

    /**
     * All that {@link #history} has on all its pages, newest first.
     *
     * @throws Refused TOO_MANY when that is more than can be told at once; UNAVAILABLE
     */
    public List<TransferView> wholeHistory(Caller caller, HistoryQuery query) {
        List<TransferView> all = reading(() -> history.first(whose(caller, query), query, MOST_AT_ONCE + 1));
        if (all.size() > MOST_AT_ONCE) {
            throw new Refused(Refusal.TOO_MANY, "More than " + MOST_AT_ONCE + " transfers; choose a shorter period.");
        }
        return all;
    }

    private static @Nullable String whose(Caller caller, HistoryQuery query) {
        return caller.supervises() ? query.agent() : caller.username();
    }

    /** The transfers that have not ended, blind ones too; for supervisors. */
    public List<TransferInFlight> inFlight() {
        return live.inFlight();
    }

    /**
     * For the first frame of a page: the transferor's live transfers and those that ended in the last 60 s, without
     * blind ones.
     */
    public List<TransferView> recent(String username) {
        return live.recent(username).stream().map(LiveTransfer::view).toList();
    }

    /** The messages of {@link #recent}, oldest first. */
    public List<TransferMessage> recentMessages(String username) {
        return live.recent(username).stream()
                .flatMap(transfer -> transfer.messages().stream())
                .toList();
    }

    private static <T> T reading(Supplier<T> query) {
        try {
            return query.get();
        } catch (EJBException e) {
            throw new Refused(Refusal.UNAVAILABLE, "The database does not answer.");
        }
    }
}
