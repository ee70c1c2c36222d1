package org.supertransfer.sip.transport;

import javax.sip.message.Request;
import javax.sip.message.Response;

/** Sees each response to a request of ours before whoever sent that request does. Never blocks. */
@FunctionalInterface
public interface ResponseObserver {
    void onResponse(Request request, Response response);
}
