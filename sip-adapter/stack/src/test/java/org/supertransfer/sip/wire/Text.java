package org.supertransfer.sip.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP request as text; every header can be replaced, repeated or left out. */
public final class Text {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String startLine;
    private String method;
    private String more = "";
    private String body = "";

    /** A sound request outside a dialog. */
    public Text(String method, int myPort) {
        this.method = method;
        this.startLine = method + " sip:service@127.0.0.1 SIP/2.0";
        header("Via", "SIP/2.0/UDP 127.0.0.1:" + myPort + ";branch=z9hG4bK" + UUID.randomUUID() + ";rport");
        header("Max-Forwards", "70");
        header("From", "\"Bob\" <sip:bob@127.0.0.1>;tag=" + UUID.randomUUID());
        header("To", "<sip:service@127.0.0.1>");
        header("Call-ID", UUID.randomUUID() + "@wire");
        header("CSeq", "1 " + method);
        header("Contact", "<sip:bob@127.0.0.1:" + myPort + ">");
    }

    public Text to(String requestUri) {
        startLine = method + " " + requestUri + " SIP/2.0";
        return this;
    }

    public Text header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Text without(String name) {
        headers.remove(name);
        return this;
    }

    /** A header line as it is, after all others. */
    public Text line(String line) {
        more += line + "\r\n";
        return this;
    }

    public Text body(String type, String content) {
        body = content;
        return header("Content-Type", type);
    }

    public String value(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /** The value of the first header of this name in a received message, "" when there is none. */
    public static String of(String message, String name) {
        Matcher found = Pattern.compile("(?mi)^" + Pattern.quote(name) + "[ \\t]*:[ \\t]*(.*?)\\r?$")
                .matcher(message);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append(more)
                .append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }
}
