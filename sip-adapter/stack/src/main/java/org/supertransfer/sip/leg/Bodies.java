package org.supertransfer.sip.leg;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.AcceptHeader;
import javax.sip.header.ContentDispositionHeader;
import javax.sip.header.ContentEncodingHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.Answers;

/**
 * Whether we can read the body of a request that may carry an offer, and its sender what we would answer (RFC 3261 sections
 * 8.2.3, 20.1, 20.11).
 */
final class Bodies {
    private static final String READ = "application/sdp";

    private Bodies() {}

    /** The answer to a request whose body or whose wishes are beyond us; empty for any other. */
    static Optional<Response> refusal(Request request) {
        if (Parts.hasBody(request) && !optional(request)) {
            if (encoded(request)) {
                return Optional.of(with(Response.UNSUPPORTED_MEDIA_TYPE, request, "Accept-Encoding", "identity"));
            }
            if (!readable(request)) {
                return Optional.of(with(Response.UNSUPPORTED_MEDIA_TYPE, request, AcceptHeader.NAME, READ));
            }
            if (Parts.sdp(request).isEmpty()) {
                return Optional.of(Answers.of(Response.NOT_ACCEPTABLE_HERE, request));
            }
        }
        return takesSdp(request)
                ? Optional.empty()
                : Optional.of(with(Response.NOT_ACCEPTABLE, request, AcceptHeader.NAME, READ));
    }

    private static Response with(int status, Request request, String header, String value) {
        Response response = Answers.of(status, request);
        response.setHeader(Parts.header(header, value));
        return response;
    }

    /** A body that may be left unread, and is no session description. */
    private static boolean optional(Request request) {
        return request.getHeader(ContentDispositionHeader.NAME) instanceof ContentDispositionHeader disposition
                && "optional".equalsIgnoreCase(disposition.getHandling())
                && Parts.sdp(request).isEmpty();
    }

    private static boolean encoded(Request request) {
        return request.getHeader(ContentEncodingHeader.NAME) instanceof ContentEncodingHeader encoding
                && !encoding.getEncoding().equalsIgnoreCase("identity");
    }

    private static boolean readable(Request request) {
        if (!(request.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type)) {
            return false;
        }
        String name = type.getContentType().toLowerCase(Locale.ROOT);
        return name.equals("multipart") || (name + "/" + type.getContentSubType()).equalsIgnoreCase(READ);
    }

    private static boolean takesSdp(Request request) {
        List<Header> accepted = Parts.all(request, AcceptHeader.NAME);
        return accepted.isEmpty()
                || accepted.stream()
                        .filter(AcceptHeader.class::isInstance)
                        .map(AcceptHeader.class::cast)
                        .anyMatch(accept -> matches(accept.getContentType(), "application")
                                && matches(accept.getContentSubType(), "sdp"));
    }

    private static boolean matches(String asked, String ours) {
        return "*".equals(asked) || ours.equalsIgnoreCase(asked);
    }
}
