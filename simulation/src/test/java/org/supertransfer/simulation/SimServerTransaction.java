package org.supertransfer.simulation;

import java.util.List;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A server transaction over UDP (RFC 3261 section 17.2), which after a 2xx to an INVITE lingers as the stack's does (RFC
 * 6026): it takes the INVITE that comes again, and forgets it sooner than the caller may.
 */
final class SimServerTransaction extends SimTransaction implements ServerTransaction {
    private static final long serialVersionUID = 1L;
    private static final long LINGER = 8_000_000;

    private final transient SimNode node;
    private transient @Nullable Response last;
    private boolean acknowledged;
    /** What this BYE finds open in its dialog. */
    private transient List<SimServerTransaction> found = List.of();

    private boolean byeCame;

    SimServerTransaction(SimNode node, Request request) {
        super(request);
        this.node = node;
    }

    /** Whether its final response is still to be sent. */
    boolean open() {
        return last == null || last.getStatusCode() < 200;
    }

    /** Who says BYE gives up the INVITEs that it has under way: each gets 487 (RFC 3261 section 15.1.2). */
    void finds(List<SimServerTransaction> invites) {
        found = invites;
    }

    private void byeCame() {
        byeCame = true;
        terminated();
    }

    private void terminated() {
        if (byeCame && last != null && !open() && last.getStatusCode() != Response.REQUEST_TERMINATED) {
            node.notTerminated(getRequest(), last);
        }
    }

    private boolean accepted() {
        return last != null && last.getStatusCode() / 100 == 2;
    }

    @Override
    public void sendResponse(Response response) {
        if (!open()) {
            node.answeredTwice(getRequest(), response);
            return;
        }
        last = response;
        node.transmit(response);
        int status = response.getStatusCode();
        terminated();
        if (status / 100 == 2) {
            found.forEach(SimServerTransaction::byeCame);
        }
        if (status >= 200) {
            boolean failedInvite = invite() && status >= 300;
            end(node.after(invite() && status < 300 ? LINGER : GIVE_UP, this::stop));
            retransmission(failedInvite ? node.after(T1, () -> again(T1)) : null);
        }
    }

    /** Timer G. */
    private void again(long pause) {
        if (last != null && !acknowledged) {
            node.transmit(last);
            long next = Math.min(2 * pause, T2);
            retransmission(node.after(next, () -> again(next)));
        }
    }

    /** The same request once more. */
    void repeated() {
        if (last != null && !acknowledged && !(invite() && accepted())) {
            node.transmit(last);
        }
    }

    /** Whether this ACK is the transaction's own: one to a failure. */
    boolean acknowledge() {
        if (accepted() || open()) {
            return false;
        }
        acknowledged = true;
        retransmission(null);
        end(node.after(T4, this::stop));
        return true;
    }

    private void stop() {
        retransmission(null);
        end(null);
        node.forget(this);
    }

    @Override
    public void enableRetransmissionAlerts() {
        throw new UnsupportedOperationException("the legs see to their 2xx themselves");
    }
}
