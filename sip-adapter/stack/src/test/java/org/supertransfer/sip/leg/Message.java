package org.supertransfer.sip.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A SIP message as text: a start line, headers, a body; parsed by hand. */
@NullMarked
final class Message {
    private final String start;
    private final List<String[]> headers = new ArrayList<>();
    private final String body;
    private String type = "application/sdp";

    private Message(String start, String body) {
        this.start = start;
        this.body = body;
    }

    static Message parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        String[] lines = head.split("\r\n");
        Message message = new Message(lines[0], end < 0 ? "" : text.substring(end + 4));
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 0) {
                // What we broke comes back in the answer.
                continue;
            }
            String name = lines[i].substring(0, colon).trim();
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                message.add(name, lines[i].substring(colon + 1).trim());
            }
        }
        return message;
    }

    static Message of(String start, @Nullable String body) {
        return new Message(start, body == null ? "" : body);
    }

    Message add(String name, String value) {
        headers.add(new String[] {name, value});
        return this;
    }

    /** What the body is, else a session description. */
    Message type(String contentType) {
        type = contentType;
        return this;
    }

    Message copy(String name, Message from) {
        from.all(name).forEach(value -> add(name, value));
        return this;
    }

    boolean isRequest() {
        return !start.startsWith("SIP/2.0");
    }

    /** The method of a request, or of the request that a response is for. */
    String method() {
        return isRequest()
                ? start.substring(0, start.indexOf(' '))
                : header("CSeq").split(" +")[1];
    }

    int status() {
        return isRequest() ? 0 : Integer.parseInt(start.split(" ")[1]);
    }

    String uri() {
        return start.split(" ")[1];
    }

    String header(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(h -> h[0].equalsIgnoreCase(name))
                .map(h -> h[1])
                .toList();
    }

    String callId() {
        return header("Call-ID");
    }

    long cseq() {
        return Long.parseLong(header("CSeq").split(" +")[0]);
    }

    String toTag() {
        return tag(header("To"));
    }

    String fromTag() {
        return tag(header("From"));
    }

    static String tag(String address) {
        int at = address.toLowerCase(Locale.ROOT).indexOf(";tag=");
        return at < 0 ? "" : address.substring(at + 5).split("[;>]")[0];
    }

    /** The URI of the Contact. */
    String contact() {
        String contact = header("Contact");
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    String body() {
        return body;
    }

    String text() {
        String lines = headers.stream().map(h -> h[0] + ": " + h[1] + "\r\n").collect(Collectors.joining());
        String typed = body.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        return start + "\r\n" + lines + typed + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public String toString() {
        return start + " [" + header("CSeq") + "]";
    }
}
