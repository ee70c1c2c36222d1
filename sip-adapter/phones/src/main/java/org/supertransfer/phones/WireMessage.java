package org.supertransfer.phones;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * One message as it crossed the wire.
 *
 * @param received whether it came in, or was sent by the phone
 * @param method of the request, or of the request that a response answers
 * @param status a response's status; 0 for a request
 * @param cseq the CSeq number
 * @param raw the whole text
 */
public record WireMessage(
        Instant at, boolean received, String method, int status, String callId, long cseq, String raw) {
    static WireMessage of(boolean received, Message message) {
        CSeqHeader cseq = Messages.cseq(message);
        int status = message instanceof Response response ? response.getStatusCode() : 0;
        String method = message instanceof Request request ? request.getMethod() : cseq.getMethod();
        String callId = Messages.callId(message);
        return new WireMessage(
                Instant.now(), received, method, status, callId, cseq.getSeqNumber(), message.toString());
    }

    /** Whether it is a request of this method. */
    public boolean is(String requestMethod) {
        return status == 0 && method.equals(requestMethod);
    }

    /** Whether it is this response to a request of this method. */
    public boolean is(int responseStatus, String requestMethod) {
        return status == responseStatus && method.equals(requestMethod);
    }

    /** The first value of a header, by its long name; empty when absent. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** A header's values, one for each line. */
    public List<String> headers(String name) {
        return raw.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** The start line. */
    public String startLine() {
        return raw.lines().findFirst().orElse("");
    }

    /** The session description in it. */
    public Optional<SessionDescription> sdp() {
        int body = raw.indexOf("\r\n\r\n");
        return body < 0 || !raw.startsWith("v=", body + 4)
                ? Optional.empty()
                : Optional.of(new SessionDescription(raw.substring(body + 4)));
    }

    @Override
    public String toString() {
        String what = status == 0 ? method : status + " " + method;
        String media =
                sdp().map(sdp -> " " + sdp.endpoint() + " " + sdp.direction()).orElse("");
        return (received ? "< " : "> ") + what + " " + cseq + media;
    }
}
