package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Predicate;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Stops a request before it has a transaction, for a transaction lives for half a minute: what comes too often, what is for
 * a dialog that there is none of, a new call that there is no room for. It is answered as a stateless server does
 * (RFC 3261 section 8.2.7), so that nothing is kept of it however often it comes.
 */
final class Threshold {
    private static final System.Logger LOG = System.getLogger(Threshold.class.getName());

    private final Screening screening;
    private volatile @Nullable RequestListener calls;
    private volatile @Nullable SipProvider provider;
    private volatile @Nullable RequestLimit limit;
    private volatile Predicate<Source> room = anybody -> true;

    Threshold(Screening screening) {
        this.screening = screening;
    }

    void calls(RequestListener listener) {
        this.calls = listener;
    }

    void attach(SipProvider attached) {
        this.provider = attached;
    }

    /** How much strangers may begin. */
    void limit(RequestLimit added) {
        this.limit = added;
    }

    /** Whether there is room for one more call of theirs. */
    void room(Predicate<Source> added) {
        this.room = added;
    }

    /** Whether it goes no further; if it is to be answered, it has been. */
    boolean stops(Request request) {
        boolean begins = begins(request);
        boolean forNobody = !begins && isForNobody(request);
        if ((begins || forNobody) && isTooMuch(request)) {
            return true;
        }
        if (forNobody) {
            refuse(request, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return true;
        }
        if (begins && startsCall(request) && !room.test(Source.of(request))) {
            answer(request, Response.SERVICE_UNAVAILABLE);
            return true;
        }
        return false;
    }

    /** Answers with this, or with what the screening has against it. */
    void refuse(Request request, int status) {
        Response fault = screening.refusal(request);
        answer(request, fault == null ? Answers.of(status, request) : fault);
    }

    private static boolean begins(Request request) {
        return !Screening.insideDialog(request) && !Request.CANCEL.equals(request.getMethod());
    }

    /** Not one that takes the place of a call that is up (RFC 3891). */
    private static boolean startsCall(Request request) {
        return Request.INVITE.equals(request.getMethod()) && request.getHeader("Replaces") == null;
    }

    /** What scanners begin with; only who may call is told that somebody is here. */
    private static boolean isProbe(Request request) {
        return Request.OPTIONS.equals(request.getMethod());
    }

    private boolean isForNobody(Request request) {
        RequestListener listener = calls;
        return listener != null && !Request.REGISTER.equals(request.getMethod()) && !listener.knows(request);
    }

    private boolean isTooMuch(Request request) {
        RequestLimit limited = limit;
        if (limited == null) {
            return false;
        }
        Source source = Source.of(request);
        if (isProbe(request) && limited.isStranger(source)) {
            return true;
        }
        return switch (limited.judge(source)) {
            case TAKE -> false;
            case DROP -> true;
            case REFUSE -> {
                if (begins(request)) {
                    answer(request, Response.SERVICE_UNAVAILABLE);
                }
                yield true;
            }
        };
    }

    private void answer(Request request, int status) {
        answer(request, Answers.of(status, request));
    }

    /** By the connection that it came by: another one might have to be opened, to whoever its Via names. */
    private void answer(Request request, Response response) {
        SipProvider attached = provider;
        try {
            if (((SIPRequest) request).getMessageChannel() instanceof TcpConnection connection) {
                connection.sendMessage((SIPMessage) response);
            } else if (attached != null) {
                attached.sendResponse(response);
            }
        } catch (IOException | SipException e) {
            LOG.log(Level.DEBUG, "a refusal could not be sent: {0}", Clean.text(e.getMessage()));
        }
    }
}
