package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.ResponseListener;

/** An INFO of a party (RFC 6086, DTMF digits), passed on to the party it is joined with; the answer is passed back. */
final class PassedOn implements ResponseListener {
    private final Talk talk;
    private final Request request;
    private final ServerTransaction tx;

    PassedOn(Talk talk, Request request, ServerTransaction tx) {
        this.talk = talk;
        this.request = request;
        this.tx = tx;
    }

    void begin() {
        Optional<Talk> other = talk.leg().partner().flatMap(Leg::talk);
        if (other.isEmpty()) {
            answer(Response.OK);
            return;
        }
        Request copy = other.get().dialog().request(request.getMethod());
        copyBody(copy);
        Parts.copy("Info-Package", request, copy);
        talk.wire().dress(copy);
        if (talk.wire().send(copy, this).isEmpty()) {
            answer(Response.SERVER_INTERNAL_ERROR);
        }
    }

    private void copyBody(Request copy) {
        ContentTypeHeader type = (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME);
        if (Parts.hasBody(request) && type != null) {
            try {
                copy.setContent(request.getRawContent(), (ContentTypeHeader) type.clone());
            } catch (ParseException e) {
                throw new IllegalStateException("a body that came cannot be sent", e);
            }
        }
    }

    @Override
    public void onResponse(Response response, ClientTransaction sent) {
        int status = response.getStatusCode();
        if (status >= 200) {
            boolean fatal = status == Response.REQUEST_TIMEOUT || status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
            talk.lane().execute(() -> answer(fatal ? Response.SERVER_INTERNAL_ERROR : status));
        }
    }

    @Override
    public void onTimeout(ClientTransaction sent) {
        talk.lane().execute(() -> answer(Response.SERVER_INTERNAL_ERROR));
    }

    private void answer(int status) {
        talk.wire().answer(request, tx, status);
    }
}
