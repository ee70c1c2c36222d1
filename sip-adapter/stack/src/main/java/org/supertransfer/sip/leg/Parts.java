package org.supertransfer.sip.leg;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;
import org.supertransfer.sip.transport.SipFactories;

/** Reads from a message what the legs need. */
final class Parts {
    private Parts() {}

    static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    static FromHeader from(Message message) {
        return (FromHeader) message.getHeader(FromHeader.NAME);
    }

    static ToHeader to(Message message) {
        return (ToHeader) message.getHeader(ToHeader.NAME);
    }

    /** The From tag, empty when there is none. */
    static String fromTag(Message message) {
        return orEmpty(from(message).getTag());
    }

    /** The To tag, empty when there is none. */
    static String toTag(Message message) {
        return orEmpty(to(message).getTag());
    }

    static long cseq(Message message) {
        return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    static String method(Message message) {
        return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getMethod();
    }

    static String branch(Message message) {
        return orEmpty(((ViaHeader) message.getHeader(ViaHeader.NAME)).getBranch());
    }

    static Optional<ContactHeader> contact(Message message) {
        return Optional.ofNullable((ContactHeader) message.getHeader(ContactHeader.NAME));
    }

    /** Headers of one name in their order. */
    static List<Header> all(Message message, String name) {
        List<Header> found = new ArrayList<>();
        ListIterator<?> headers = message.getHeaders(name);
        while (headers != null && headers.hasNext()) {
            found.add((Header) headers.next());
        }
        return found;
    }

    /** Whether there is a body at all. */
    static boolean hasBody(Message message) {
        byte[] body = message.getRawContent();
        return body != null && body.length > 0;
    }

    /** The session description in the body, empty when there is none or it cannot be read. */
    static Optional<SessionDescription> sdp(Message message) {
        byte[] body = message.getRawContent();
        ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        if (body == null || body.length == 0 || type == null) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (type.getContentType().toLowerCase(java.util.Locale.ROOT)) {
            case "application" -> isSdp(type) ? SessionDescription.parse(text) : Optional.empty();
            case "multipart" -> sdpPart(text, type.getParameter("boundary"));
            default -> Optional.empty();
        };
    }

    private static boolean isSdp(ContentTypeHeader type) {
        return type.getContentSubType().equalsIgnoreCase("sdp");
    }

    /** Gateways send the description beside an ISUP part (RFC 3372); that part stays behind. */
    private static Optional<SessionDescription> sdpPart(String text, @Nullable String boundary) {
        if (boundary == null) {
            return Optional.empty();
        }
        for (String part : text.split(java.util.regex.Pattern.quote("--" + boundary.replace("\"", "")))) {
            int start = part.indexOf("v=0");
            if (start > 0 && part.toLowerCase(java.util.Locale.ROOT).contains("application/sdp")) {
                return SessionDescription.parse(part.substring(start));
            }
        }
        return Optional.empty();
    }

    /** Puts a session description into a message. */
    static <M extends Message> M withSdp(M message, SessionDescription description) {
        try {
            ContentTypeHeader type = SipFactories.get().header().createContentTypeHeader("application", "sdp");
            message.setContent(description.text().getBytes(StandardCharsets.UTF_8), type);
            return message;
        } catch (ParseException e) {
            throw new IllegalStateException("application/sdp", e);
        }
    }

    /** A header of any name; the value is of our own making. */
    static Header header(String name, String value) {
        try {
            return SipFactories.get().header().createHeader(name, value);
        } catch (ParseException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** A header's value as written; empty when there is no such header. */
    static Optional<String> value(Message message, String name) {
        return all(message, name).stream().findFirst().map(Parts::value);
    }

    private static String value(Header header) {
        String line = header.toString();
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** The same request sent anew in its Call-ID: the next CSeq number. */
    static void nextCSeq(Request request) {
        cseq(request, cseq(request) + 1);
    }

    static void cseq(Request request, long number) {
        try {
            ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).setSeqNumber(number);
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException("CSeq", e);
        }
    }

    /** Copies every header of this name. */
    static void copy(String name, Message from, Message to) {
        for (Iterator<Header> headers = all(from, name).iterator(); headers.hasNext(); ) {
            to.addHeader((Header) headers.next().clone());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
