package org.supertransfer.bench;

import java.util.Locale;
import java.util.UUID;

/** Writes the messages of attacks: plain text, sound enough to be parsed. */
final class Salvo {
    private static final String BODY = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";

    private Salvo() {}

    /** @param from where it is sent from, {@code host:port} */
    static String request(String method, String uri, String from, String... more) {
        return written(method, uri, from, "", more);
    }

    /** One inside a dialog that there is none of. */
    static String forNobody(String method, String from) {
        return written(method, "sip:nobody@127.0.0.1", from, ";tag=" + random());
    }

    private static String written(String method, String uri, String from, String toTag, String... more) {
        StringBuilder text = new StringBuilder(method + " " + uri + " SIP/2.0\r\n");
        text.append("Via: SIP/2.0/UDP ")
                .append(from)
                .append(";rport;branch=z9hG4bK")
                .append(random())
                .append("\r\n");
        text.append("From: <sip:0407654321@")
                .append(from)
                .append(">;tag=")
                .append(random())
                .append("\r\n");
        text.append("To: <").append(uri).append(">").append(toTag).append("\r\n");
        text.append("Call-ID: ")
                .append(random())
                .append("\r\nCSeq: 1 ")
                .append(method)
                .append("\r\n");
        text.append("Contact: <sip:0407654321@").append(from).append(">\r\nMax-Forwards: 70\r\n");
        for (String line : more) {
            text.append(line).append("\r\n");
        }
        boolean offers = method.equals("INVITE");
        text.append(offers ? "Content-Type: application/sdp\r\n" : "");
        text.append("Content-Length: ").append(offers ? BODY.length() : 0).append("\r\n\r\n");
        return text.append(offers ? BODY : "").toString();
    }

    /** A response to a request that nobody has sent. */
    static String stray(int status, String method, int sipPort) {
        return "SIP/2.0 " + status + " Stray\r\nVia: SIP/2.0/UDP 127.0.0.1:" + sipPort + ";branch=z9hG4bK" + random()
                + "\r\nFrom: <sip:a@127.0.0.1>;tag=" + random() + "\r\nTo: <sip:b@127.0.0.1>;tag=" + random()
                + "\r\nCall-ID: " + random() + "\r\nCSeq: 1 " + method + "\r\nContent-Length: 0\r\n\r\n";
    }

    /** The ACK or CANCEL that belongs to an INVITE: the same Via, From, Call-ID, and the To of its answer. */
    static String belonging(String method, String invite, String to) {
        String head = invite.substring(0, invite.indexOf("\r\nContact:"));
        return head.replace("INVITE", method).replaceFirst("\r\nTo: [^\r]*", "\r\nTo: " + to)
                + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    }

    static String header(String message, String name) {
        String key = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
        int at = message.toLowerCase(Locale.ROOT).indexOf(key);
        return at < 0
                ? ""
                : message.substring(at + key.length(), message.indexOf("\r\n", at + 2))
                        .strip();
    }

    static String random() {
        return UUID.randomUUID().toString();
    }
}
