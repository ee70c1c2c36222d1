package org.supertransfer.phones;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ExtensionHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Making and reading SIP messages, with text in and text out. */
final class Messages {
    static final String SDP = "application/sdp";

    private static final MessageFactory MESSAGES;
    private static final HeaderFactory HEADERS;
    private static final AddressFactory ADDRESSES;

    static {
        try {
            SipFactory factory = SipFactory.getInstance();
            factory.setPathName("gov.nist");
            MESSAGES = factory.createMessageFactory();
            HEADERS = factory.createHeaderFactory();
            ADDRESSES = factory.createAddressFactory();
        } catch (PeerUnavailableException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Messages() {}

    /** Parses a request's start line and headers, lines separated by {@code \n}. */
    static Request request(String head) {
        try {
            return MESSAGES.createRequest(head.strip().replace("\n", "\r\n") + "\r\n\r\n");
        } catch (ParseException e) {
            throw new WireException("not a request: " + head, e);
        }
    }

    static Response response(int status, Request request) {
        try {
            return MESSAGES.createResponse(status, request);
        } catch (ParseException e) {
            throw new WireException("no response " + status, e);
        }
    }

    static URI uri(String text) {
        try {
            return ADDRESSES.createURI(text);
        } catch (ParseException e) {
            throw new WireException("not a URI: " + text, e);
        }
    }

    static Header header(String name, String value) {
        try {
            return HEADERS.createHeader(name, value);
        } catch (ParseException e) {
            throw new WireException("not a header: " + name + ": " + value, e);
        }
    }

    /** Tells what a phone can do; each method is a header of its own, since the library makes no lists. */
    static void allow(Response response) {
        for (String method : Phone.ALLOW.split(", ")) {
            response.addHeader(header("Allow", method));
        }
    }

    static void sdp(Message message, String body) {
        body(message, SDP, body);
    }

    static void body(Message message, String type, String body) {
        try {
            String[] parts = type.split("/");
            message.setContent(body, HEADERS.createContentTypeHeader(parts[0], parts[1]));
        } catch (ParseException e) {
            throw new WireException("not a body", e);
        }
    }

    static Optional<SessionDescription> sdpOf(Message message) {
        byte[] raw = message.getRawContent();
        if (raw == null || raw.length == 0) {
            return Optional.empty();
        }
        String text = new String(raw, java.nio.charset.StandardCharsets.UTF_8);
        return text.startsWith("v=") ? Optional.of(new SessionDescription(text)) : Optional.empty();
    }

    static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    static CSeqHeader cseq(Message message) {
        return (CSeqHeader) message.getHeader(CSeqHeader.NAME);
    }

    static @Nullable String toTag(Message message) {
        return ((ToHeader) message.getHeader(ToHeader.NAME)).getTag();
    }

    static @Nullable String fromTag(Message message) {
        return ((FromHeader) message.getHeader(FromHeader.NAME)).getTag();
    }

    static void toTag(Response response, String tag) {
        try {
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
        } catch (ParseException e) {
            throw new WireException("not a tag", e);
        }
    }

    /** The user part of a SIP URI; empty without one. */
    static String user(URI uri) {
        String user = uri instanceof SipURI sip ? sip.getUser() : null;
        return user == null ? "" : user;
    }

    /** A header's values as written, without its name. */
    static List<String> values(Message message, String name) {
        List<String> values = new ArrayList<>();
        for (Iterator<?> headers = message.getHeaders(name); headers.hasNext(); ) {
            values.add(value((Header) headers.next()));
        }
        return values;
    }

    private static String value(Header header) {
        if (header instanceof ExtensionHeader extension) {
            return extension.getValue();
        }
        String line = header.toString();
        return line.substring(line.indexOf(':') + 1).strip();
    }

    static String branch() {
        return "z9hG4bK" + random();
    }

    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
