package org.supertransfer.sip.transport;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A look at the bytes before they are parsed, for what the parser accepts but must not: another SIP version, a second From,
 * To, Call-ID, CSeq or Content-Length (RFC 4475 section 3.3), a second Refer-To (RFC 3515 section
 * 2.1), header lists so long that parsing them is an attack, an address whose port nobody can tell. What does not pass is
 * dropped, its reason logged at DEBUG.
 */
final class WireCheck {
    private static final System.Logger LOG = System.getLogger(WireCheck.class.getName());
    private static final int MAX_LINES = 256;
    private static final int MAX_COMMAS = 512;
    private static final String VERSION = "SIP/2.0";
    /** The parser takes it, and nobody can tell its port (RFC 5118 section 4.2). */
    private static final Pattern BARE_IPV6 = Pattern.compile("^[A-Z]+ +sips?:(?:[^@ ]*@)?[0-9A-Fa-f]*:[0-9A-Fa-f]*:");
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
        String fault = fault(lines);
        if (fault != null) {
            LOG.log(Level.DEBUG, "a message is dropped unread: {0}", fault);
        }
        return fault == null;
    }

    private static @Nullable String fault(String[] lines) {
        if (lines.length > MAX_LINES) {
            return "more than " + MAX_LINES + " lines";
        }
        if (!isOurVersion(lines[0])) {
            return "no " + VERSION;
        }
        if (BARE_IPV6.matcher(lines[0]).find()) {
            return "an IPv6 address without brackets";
        }
        return headersPass(lines) ? null : "a header that may come once comes twice, or too many commas";
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
