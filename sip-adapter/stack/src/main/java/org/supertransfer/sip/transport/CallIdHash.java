package org.supertransfer.sip.transport;

/** Finds the Call-ID in the bytes of an unparsed message, without making objects. */
final class CallIdHash {
    private static final byte[] LONG_FORM = {'c', 'a', 'l', 'l', '-', 'i', 'd'};
    private static final byte[] COMPACT_FORM = {'i'};

    private CallIdHash() {}

    /** A hash of the Call-ID's value, not negative; 0 for a message without one. */
    static int of(byte[] message, int length) {
        int line = 0;
        while (line < length) {
            int end = endOfLine(message, line, length);
            int value = valueStart(message, line, end);
            if (value > 0) {
                return hash(message, value, end);
            }
            line = end + 1;
        }
        return 0;
    }

    private static int endOfLine(byte[] message, int from, int length) {
        int end = from;
        while (end < length && message[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Where the value begins when this line is a Call-ID header, else -1. */
    private static int valueStart(byte[] message, int from, int end) {
        int colon = afterName(message, from, end, LONG_FORM);
        if (colon < 0) {
            colon = afterName(message, from, end, COMPACT_FORM);
        }
        return colon < 0 ? -1 : skipSpace(message, colon + 1, end);
    }

    /** Where the colon is when the line begins with this name (RFC 3261 section 7.3.1 allows space before it). */
    private static int afterName(byte[] message, int from, int end, byte[] name) {
        if (end - from <= name.length) {
            return -1;
        }
        for (int i = 0; i < name.length; i++) {
            if (lower(message[from + i]) != name[i]) {
                return -1;
            }
        }
        int colon = skipSpace(message, from + name.length, end);
        return colon < end && message[colon] == ':' ? colon : -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private static int skipSpace(byte[] message, int from, int end) {
        int at = from;
        while (at < end && (message[at] == ' ' || message[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int hash(byte[] message, int from, int end) {
        int hash = 0;
        for (int at = from; at < end && message[at] > ' '; at++) {
            hash = hash * 31 + message[at];
        }
        return (hash ^ hash >>> 16) & 0x7fffffff;
    }
}
