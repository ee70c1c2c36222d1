package org.supertransfer.sip.transport;

import javax.sip.ClientTransaction;
import javax.sip.message.Response;

/** Takes what becomes of one sent request. Never block here. */
public interface ResponseListener {
    void onResponse(Response response, ClientTransaction tx);

    /**
     * There will be no response: Timer B or F fired, or the transport failed after {@link SipNode#send} had returned (a
     * refused connection, an ICMP error); the stack does not tell the two apart.
     */
    void onTimeout(ClientTransaction tx);
}
