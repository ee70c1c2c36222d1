package org.supertransfer.phones;

import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Takes what a {@link SipWire} receives; all but {@link #ignores} on the wire's lane. */
interface SipReceiver {
    /** Whether nobody shall answer this request, not even with 100; asked on the stack's own thread. */
    boolean ignores(Request request);

    /** A request; no transaction for an ACK. */
    void onRequest(Request request, @Nullable ServerTransaction transaction);

    /** A response; no transaction for one that came again or from another fork. */
    void onResponse(Response response, @Nullable ClientTransaction transaction);

    /** No final response in time, or the transport failed. */
    void onTimeout(ClientTransaction transaction);

    /** A phone of ours failed: a defect of the phones, or a message beyond them. */
    void onFailure(RuntimeException failure);
}
