package org.supertransfer.sip.transport;

import java.nio.charset.StandardCharsets;

/**
 * The 400 to what cannot be parsed. The RI's own puts the parser's words, line feeds and all, into its status line, and
 * the whole bad message into its body.
 */
final class BadRequest {
    private static final String AUTOMATIC = "SIP/2.0 400 Bad Request (";

    private BadRequest() {}

    /** The message itself, or our form of it when it is the RI's automatic 400. */
    static byte[] cleaned(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        int headers = text.indexOf("\r\nVia:");
        if (!text.startsWith(AUTOMATIC) || headers < 0) {
            return message;
        }
        StringBuilder clean = new StringBuilder("SIP/2.0 400 Bad Request");
        for (String line : head(text.substring(headers)).split("\r\n")) {
            if (!line.isEmpty() && !line.startsWith("Content-")) {
                clean.append("\r\n").append(line.replaceAll("\\p{Cntrl}", " "));
            }
        }
        return clean.append("\r\nContent-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String message) {
        int end = message.indexOf("\r\n\r\n");
        return end < 0 ? message : message.substring(0, end);
    }
}
