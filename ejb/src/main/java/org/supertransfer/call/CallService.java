package org.supertransfer.call;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import org.supertransfer.problem.Refused;

/** The calls' front door. Waits for a mailbox, so it never runs in a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallService {
    public List<CallView> liveCalls(String username) {
        throw new UnsupportedOperationException();
    }

    /**
     * Places a call: the agent's phone first, then the other party.
     *
     * @throws Refused NUMBER_INVALID, NUMBER_NOT_ALLOWED, ALREADY_ON_CALL, NO_PHONE, UNAVAILABLE
     */
    public CallView place(String username, String to) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND when there is no such call or it is somebody else's */
    public void hangUp(String username, String callId) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND; TRANSFER_LIVE during a transfer; CALL_NOT_CONNECTED */
    public void hold(String username, String callId) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused NOT_FOUND; TRANSFER_LIVE during a transfer; CALL_NOT_CONNECTED */
    public void resume(String username, String callId) {
        throw new UnsupportedOperationException();
    }
}
