package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** An INFO of a party (RFC 6086, DTMF digits), passed on to the party it is joined with; the answer is passed back. */
final class PassedOn {
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
        Ask.Outcome outcome = new Ask.Outcome(this::passBack, () -> answer(Response.SERVER_INTERNAL_ERROR));
        if (!Ask.send(other.get().leg(), other.get().dialog(), copy, outcome)) {
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

    /** What would end the dialog (RFC 3261 section 12.2.1.2) is not passed on. */
    private void passBack(Response response) {
        int status = response.getStatusCode();
        boolean fatal = status == Response.REQUEST_TIMEOUT || status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
        answer(fatal ? Response.SERVER_INTERNAL_ERROR : status);
    }

    private void answer(int status) {
        talk.wire().answer(request, tx, status);
    }
}
