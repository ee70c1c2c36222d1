package org.supertransfer.sip.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sip.ClientTransaction;
import javax.sip.message.Response;

/** Remembers the status of each response, 0 for none. */
final class RecordingResponses implements ResponseListener {
    final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();

    @Override
    public void onResponse(Response response, ClientTransaction tx) {
        statuses.add(response.getStatusCode());
    }

    @Override
    public void onTimeout(ClientTransaction tx) {
        statuses.add(0);
    }
}
