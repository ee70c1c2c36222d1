package org.supertransfer.sip.transport;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Set;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RequireHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** The inspection that every request passes before anybody acts on it (RFC 3261 section 8.2). */
final class Screening {
    /** What we know but do not do: 405. All else is 501. */
    private static final Set<String> REFUSED = Set.of(Request.SUBSCRIBE, Request.PUBLISH, Request.MESSAGE);

    private static final int DEFAULT_MAX_FORWARDS = 70;

    private final HeaderFactory headers = SipFactories.get().header();

    /** Adds what the stack would refuse to make a transaction without. */
    void repair(Request request) {
        if (request.getHeader(MaxForwardsHeader.NAME) == null) {
            try {
                request.addHeader(headers.createMaxForwardsHeader(missingMaxForwards(request)));
            } catch (InvalidArgumentException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Mandatory in an INVITE, which may loop (RFC 3261 section 8.1.1.6); forgiven elsewhere, for we are its end. */
    private static int missingMaxForwards(Request request) {
        return startsCall(request) ? 0 : DEFAULT_MAX_FORWARDS;
    }

    /** The answer to a request that goes no further, null for one that does. */
    @Nullable
    Response refusal(Request request) {
        String method = request.getMethod();
        if (!Abilities.METHODS.contains(method)) {
            return unknownMethod(request);
        }
        String fault = fault(request);
        if (fault != null) {
            return withReason(Answers.of(Response.BAD_REQUEST, request), fault);
        }
        return Request.CANCEL.equals(method) ? null : refusalOfSound(request);
    }

    private @Nullable Response refusalOfSound(Request request) {
        if (!(request.getRequestURI() instanceof SipURI)) {
            return Answers.of(Response.UNSUPPORTED_URI_SCHEME, request);
        }
        if (startsCall(request) && maxForwards(request) == 0) {
            return Answers.of(Response.TOO_MANY_HOPS, request);
        }
        List<String> unknown = unknownExtensions(request);
        if (!unknown.isEmpty()) {
            return badExtension(request, unknown);
        }
        return Request.OPTIONS.equals(request.getMethod()) && !insideDialog(request) ? capabilities(request) : null;
    }

    private Response unknownMethod(Request request) {
        if (!REFUSED.contains(request.getMethod())) {
            return withAllow(Answers.of(Response.NOT_IMPLEMENTED, request));
        }
        return withAllow(Answers.of(Response.METHOD_NOT_ALLOWED, request));
    }

    private @Nullable String fault(Request request) {
        if (!(request.getHeader(FromHeader.NAME) instanceof FromHeader from) || from.getTag() == null) {
            return "From without a tag";
        }
        if (!(request.getHeader(CallIdHeader.NAME) instanceof CallIdHeader callId)
                || callId.getCallId().isBlank()) {
            return "No Call-ID";
        }
        if (!(request.getHeader(CSeqHeader.NAME) instanceof CSeqHeader cseq)
                || !cseq.getMethod().equals(request.getMethod())) {
            return "CSeq of another method";
        }
        return startsCall(request) && request.getHeader(ContactHeader.NAME) == null ? "No Contact" : null;
    }

    private static int maxForwards(Request request) {
        return ((MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME)).getMaxForwards();
    }

    private static boolean startsCall(Request request) {
        return Request.INVITE.equals(request.getMethod()) && !insideDialog(request);
    }

    static boolean insideDialog(Request request) {
        return request.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() != null;
    }

    private List<String> unknownExtensions(Request request) {
        List<String> unknown = new ArrayList<>();
        for (ListIterator<?> tags = request.getHeaders(RequireHeader.NAME); tags.hasNext(); ) {
            String tag = ((RequireHeader) tags.next()).getOptionTag();
            if (!Abilities.EXTENSIONS.contains(tag.toLowerCase(Locale.ROOT))) {
                unknown.add(tag);
            }
        }
        return unknown;
    }

    private Response badExtension(Request request, List<String> unknown) {
        Response response = Answers.of(Response.BAD_EXTENSION, request);
        try {
            for (String tag : unknown) {
                response.addHeader(headers.createUnsupportedHeader(Clean.token(tag)));
            }
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    /** The answer to OPTIONS (RFC 3261 section 11.2). */
    private Response capabilities(Request request) {
        Response response = withAllow(Answers.of(Response.OK, request));
        try {
            response.addHeader(headers.createAcceptHeader("application", "sdp"));
            for (String tag : Abilities.EXTENSIONS) {
                response.addHeader(headers.createSupportedHeader(tag));
            }
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private Response withAllow(Response response) {
        try {
            for (String method : Abilities.METHODS) {
                response.addHeader(headers.createAllowHeader(method));
            }
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private static Response withReason(Response response, String reason) {
        try {
            response.setReasonPhrase(Clean.text(reason));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }
}
