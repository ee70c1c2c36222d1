package org.supertransfer.sip.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A look at the bytes before they are parsed, for what the parser accepts but must not: another SIP version, a second From,
 * To, Call-ID, CSeq or Content-Length (RFC 4475 section 3.3), a second Refer-To (RFC 3515 section 2.1), header lists so long that parsing them is an attack.
 */
final class WireCheck {
    private static final int MAX_LINES = 256;
    private static final int MAX_COMMAS = 512;
    private static final String VERSION = "SIP/2.0";
    /** Each with its compact form (RFC 3261 section 7.3.3). */
    private static final List<List<String>> ONCE = List.of(
            List.of("from", "f"),
            List.of("to", "t"),
            List.of("call-id", "i"),
            List.of("cseq"),
            List.of("max-forwards"),
            List.of("content-length", "l"),
            List.of("refer-to", "r"));

    private WireCheck() {}

    /** Whether the message may be parsed. */
    static boolean passes(byte[] message, int length) {
        String text = new String(message, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = (end < 0 ? text : text.substring(0, end)).split("\r?\n", MAX_LINES + 1);
        return lines.length <= MAX_LINES && isOurVersion(lines[0]) && headersPass(lines);
    }

    private static boolean isOurVersion(String startLine) {
        return startLine.startsWith(VERSION + " ") || startLine.stripTrailing().endsWith(" " + VERSION);
    }

    private static boolean headersPass(String[] lines) {
        int[] seen = new int[ONCE.size()];
        long commas = 0;
        for (int at = 1; at < lines.length; at++) {
            commas += lines[at].chars().filter(letter -> letter == ',').count();
            int single = singleHeader(lines[at]);
            if (commas > MAX_COMMAS || single >= 0 && ++seen[single] > 1) {
                return false;
            }
        }
        return true;
    }

    /** Which of {@link #ONCE} this line is, -1 when none of them. */
    private static int singleHeader(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
            return -1;
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        for (int at = 0; at < ONCE.size(); at++) {
            if (ONCE.get(at).contains(name)) {
                return at;
            }
        }
        return -1;
    }
}
