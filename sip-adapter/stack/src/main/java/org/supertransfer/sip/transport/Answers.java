package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPRequest;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Makes and sends the answers that need no call. */
public final class Answers {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    private Answers() {}

    /** A response with a To tag where one is due (RFC 3261 section 8.2.6.2), and Retry-After on a 503. */
    public static Response of(int status, Request request) {
        try {
            Response response = ((SIPRequest) request).createResponse(status);
            ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (status > Response.TRYING && to != null && to.getTag() == null) {
                to.setTag(SipNode.newTag());
            }
            if (status == Response.SERVICE_UNAVAILABLE) {
                response.setHeader(SipFactories.get().header().createRetryAfterHeader(5));
            }
            return response;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException("response " + status, e);
        }
    }

    /** Sends it; when that fails the other side will ask again or give up, and one line tells of it. */
    public static void send(ServerTransaction tx, Response response) {
        try {
            tx.sendResponse(response);
        } catch (SipException | InvalidArgumentException e) {
            LOG.log(Level.DEBUG, "{0} could not be sent: {1}", response.getStatusCode(), Clean.text(e.getMessage()));
        }
    }
}
