package org.supertransfer.phones;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tiny record-routing proxy (RFC 3261 section 16): every INVITE goes to one place, the rest where its Route says. */
final class Relay extends UdpPeer {
    private static final Pattern PLACE = Pattern.compile("(127\\.0\\.0\\.1):(\\d+)");

    private final int inviteTo;

    Relay(int inviteTo) {
        this.inviteTo = inviteTo;
    }

    @Override
    void onMessage(String text, SocketAddress from) throws IOException {
        if (text.startsWith("SIP/2.0")) {
            String rest = without(text, "Via");
            send(rest, place(header(rest, "Via").orElseThrow()));
        } else {
            request(text);
        }
    }

    private void request(String text) throws IOException {
        boolean inDialog = header(text, "To").orElseThrow().contains("tag=");
        boolean mine = header(text, "Route")
                .filter(route -> route.contains(":" + port()))
                .isPresent();
        String rest = mine ? without(text, "Route") : text;
        String target = rest.lines().findFirst().orElseThrow();
        InetSocketAddress next = inDialog ? place(target) : new InetSocketAddress("127.0.0.1", inviteTo);
        String branch = Integer.toHexString((header(text, "Via").orElseThrow()).hashCode());
        String added = "Via: SIP/2.0/UDP 127.0.0.1:" + port() + ";branch=z9hG4bKrelay" + branch + "\r\n"
                + "Record-Route: <sip:127.0.0.1:" + port() + ";lr>\r\n";
        int end = rest.indexOf("\r\n") + 2;
        send(rest.substring(0, end) + added + rest.substring(end), next);
    }

    /** The text without the first value of a header; several may share a line. */
    private static String without(String text, String name) {
        int at = text.toLowerCase(Locale.ROOT).indexOf("\r\n" + name.toLowerCase(Locale.ROOT) + ":");
        int end = text.indexOf("\r\n", at + 2);
        int comma = text.substring(at, end).indexOf(',');
        String kept = comma < 0 ? "" : "\r\n" + name + ": " + text.substring(at + comma + 1, end);
        return text.substring(0, at) + kept + text.substring(end);
    }

    private static InetSocketAddress place(String value) {
        Matcher matcher = PLACE.matcher(value);
        if (!matcher.find()) {
            throw new IllegalArgumentException(value);
        }
        return new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
}
