package org.supertransfer.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.supertransfer.agent.Caller;
import org.supertransfer.problem.Refused;

/** The transfers' front door. Waits for a mailbox, so it never runs in a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TransferService {
    /**
     * Begins a transfer, or answers with it as it is now when the same caller sent the same order under this id before.
     *
     * @throws Refused in this order: ID_USED; NOT_FOUND; CALL_NOT_CONNECTED, TRANSFER_LIVE, TRANSFER_LIMIT;
     *     NUMBER_INVALID, TARGET_UNKNOWN, TARGET_IS_SELF, TARGET_IS_TRANSFEREE, CONSULT_WITH_BLIND; NUMBER_NOT_ALLOWED,
     *     EMERGENCY_UNCONFIRMED, EMERGENCY_BLIND; TARGET_OFFLINE; UNAVAILABLE
     */
    public TransferView put(Caller caller, UUID id, TransferOrder order) {
        throw new UnsupportedOperationException();
    }

    /** Whether some transfer has this id, whoever's it is: its use again is ID_USED even with a malformed body. */
    public boolean isUsed(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state}) */
    public TransferView complete(Caller caller, UUID id, long version) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state}) */
    public TransferView cancel(Caller caller, UUID id, long version) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND, STALE, MOVE_REJECTED (with the fact {@code state}) */
    public TransferView swap(Caller caller, UUID id, long version) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND, also when it is somebody else's and the caller is no supervisor */
    public TransferView.Detail find(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    public TransferView.Page history(Caller caller, HistoryQuery query) {
        throw new UnsupportedOperationException();
    }

    /**
     * For the first frame of a page: the transferor's live transfers and those that ended in the last 60 s, without
     * blind ones.
     */
    public List<TransferView> recent(String username) {
        throw new UnsupportedOperationException();
    }

    /** The messages of {@link #recent}, oldest first. */
    public List<TransferMessage> recentMessages(String username) {
        throw new UnsupportedOperationException();
    }
}
