package org.supertransfer.sip.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts the bytes of one connection into messages by their Content-Length, in its compact form too (RFC 3261 section 18.3),
 * and finds the pings between them (RFC 5626 section 3.5.1). Nothing is set aside for what a length only promises.
 */
final class Framing {
    private static final int NOT_SAID = -1;

    /** Takes what was found. */
    interface Sink {
        /** One whole message: all up to and with its empty line, and its body. */
        void message(byte[] head, byte[] body) throws IOException;

        /** An empty line twice between messages. */
        void ping() throws IOException;
    }

    private final Sink sink;
    private byte[] buffer = new byte[2_048];
    private int filled;
    private int line;
    private int seen;
    private int bodyLength = NOT_SAID;

    Framing(Sink sink) {
        this.sink = sink;
    }

    /**
     * Takes the next bytes.
     *
     * @throws IOException when the stream makes no sense from here on: the connection must be closed
     */
    void add(byte[] bytes) throws IOException {
        if (filled + bytes.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + bytes.length));
        }
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
        boolean more = true;
        while (more) {
            more = skipEmptyLines() && takeMessage();
        }
    }

    /** Whether a message has begun that is not whole yet; half a ping may stay half. */
    boolean hasPart() {
        return filled > 3 || filled > 0 && buffer[0] != '\r';
    }

    /** False while the bytes so far may yet be the beginning of a ping. */
    private boolean skipEmptyLines() throws IOException {
        while (line == 0 && startsWith('\r', '\n')) {
            if (filled >= 4 && buffer[2] == '\r' && buffer[3] == '\n') {
                drop(4);
                sink.ping();
            } else if (filled == 2 || filled == 3 && buffer[2] == '\r') {
                return false;
            } else {
                drop(2);
            }
        }
        return filled > 0;
    }

    private boolean startsWith(char first, char second) {
        return filled >= 2 && buffer[0] == first && buffer[1] == second;
    }

    /** Whether a message was complete. */
    private boolean takeMessage() throws IOException {
        int end = endOfHead();
        if (end < 0) {
            return false;
        }
        int length = Math.max(bodyLength, 0);
        limit(end + length);
        if (filled < end + length) {
            return false;
        }
        byte[] head = Arrays.copyOf(buffer, end);
        byte[] body = Arrays.copyOfRange(buffer, end, end + length);
        drop(end + length);
        sink.message(head, body);
        return true;
    }

    /** Looks at each line once; -1 while the empty line is not there. */
    private int endOfHead() throws IOException {
        for (; seen + 1 < filled; seen++) {
            if (buffer[seen] == '\r' && buffer[seen + 1] == '\n') {
                if (seen == line) {
                    return seen + 2;
                }
                look(new String(buffer, line, seen - line, StandardCharsets.ISO_8859_1));
                line = seen + 2;
                seen++;
            }
        }
        limit(filled);
        return -1;
    }

    private static void limit(int length) throws IOException {
        if (length > StackProperties.MAX_MESSAGE_BYTES) {
            throw new IOException("a message of " + length + " bytes");
        }
    }

    private void look(String header) throws IOException {
        int colon = header.indexOf(':');
        String name = colon < 1 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!name.equals("content-length") && !name.equals("l")) {
            return;
        }
        String digits = header.substring(colon + 1).strip();
        if (bodyLength != NOT_SAID || !digits.matches("\\d{1,9}")) {
            throw new IOException("a Content-Length that says nothing");
        }
        bodyLength = Integer.parseInt(digits);
        limit(bodyLength);
    }

    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, filled - bytes);
        filled -= bytes;
        line = 0;
        seen = 0;
        bodyLength = NOT_SAID;
    }
}
