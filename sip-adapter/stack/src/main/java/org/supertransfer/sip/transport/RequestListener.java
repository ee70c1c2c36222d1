package org.supertransfer.sip.transport;

import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Takes what is the business of calls. Called on the lane of the message's Call-ID: messages of one Call-ID come in order
 * and one at a time. Never block here: a CANCEL waits for its INVITE's transaction, and the lane is shared.
 */
public interface RequestListener {
    /**
     * An INVITE, or a request inside a dialog (also one that claims to be), or a CANCEL with a transaction of its own. An
     * INVITE outside a dialog comes once, even when it is sent again after its transaction is forgotten. When this throws,
     * 500 is answered.
     */
    void onRequest(Request request, ServerTransaction tx);

    /**
     * Whether this request inside a dialog, or this CANCEL, is for a call that there is. One that is not gets 481 without a
     * transaction, so that nothing is kept of a flood of them.
     */
    default boolean knows(Request request) {
        return true;
    }

    /** An ACK to a 2xx; the stack keeps those to other final responses for itself. */
    void onAck(Request ack);

    /**
     * A 2xx to an INVITE that no client transaction waits for any more: a repeated one, or one of another fork
     * (RFC 3261 section 13.2.2.4).
     */
    void onStrayResponse(Response response);
}
