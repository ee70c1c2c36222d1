package org.supertransfer.sip.transport;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells, from the bytes alone, the requests that begin something from those of calls that are up: when there is too much of
 * both, the first are the ones to go.
 */
final class Beginnings {
    private static final Pattern TO = Pattern.compile("(to|t)[ \\t]*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile(";[ \\t]*tag[ \\t]*=", Pattern.CASE_INSENSITIVE);

    private Beginnings() {}

    /** Whether it is a request outside a dialog; never for a response, an ACK, a BYE, a CANCEL or a PRACK. */
    static boolean isOne(byte[] message, int length) {
        String text = new String(message, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(' ');
        return switch (end < 0 ? "" : text.substring(0, end)) {
            case "SIP/2.0", "ACK", "BYE", "CANCEL", "PRACK" -> false;
            default -> !hasToTag(text);
        };
    }

    private static boolean hasToTag(String text) {
        for (String line : text.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                return false;
            }
            if (TO.matcher(line).lookingAt()) {
                return TAG.matcher(line).find(line.lastIndexOf('>') + 1);
            }
        }
        return false;
    }
}
