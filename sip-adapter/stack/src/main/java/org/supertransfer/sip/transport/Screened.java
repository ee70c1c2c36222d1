package org.supertransfer.sip.transport;

import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * The other half of the seam that {@link SipSender} is: the screening that {@link SipNode} puts before its listener, for
 * requests that come by no stack of ours.
 */
public final class Screened implements RequestListener {
    private final Dispatcher dispatcher = new Dispatcher();

    public Screened(RequestListener calls) {
        dispatcher.calls(calls);
    }

    @Override
    public void onRequest(Request request, ServerTransaction tx) {
        dispatcher.processRequest(new RequestEvent(this, tx, null, request));
    }

    @Override
    public void onAck(Request ack) {
        dispatcher.processRequest(new RequestEvent(this, null, null, ack));
    }

    @Override
    public void onStrayResponse(Response response) {
        dispatcher.onStray(response);
    }
}
