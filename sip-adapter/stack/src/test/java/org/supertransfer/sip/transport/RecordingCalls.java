package org.supertransfer.sip.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Answers an INVITE 486, all else 200, and remembers what it was told. */
class RecordingCalls implements RequestListener {
    final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    final BlockingQueue<Response> strays = new LinkedBlockingQueue<>();

    @Override
    public void onRequest(Request request, ServerTransaction tx) {
        seen.add(request.getMethod());
        int status = Request.INVITE.equals(request.getMethod()) ? Response.BUSY_HERE : Response.OK;
        Answers.send(tx, Answers.of(status, request));
    }

    @Override
    public void onAck(Request ack) {
        seen.add(Request.ACK);
    }

    @Override
    public void onStrayResponse(Response response) {
        strays.add(response);
    }

    String next() throws InterruptedException {
        String method = seen.poll(5, TimeUnit.SECONDS);
        if (method == null) {
            throw new AssertionError("nothing was handed over");
        }
        return method;
    }
}
