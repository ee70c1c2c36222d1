package org.supertransfer.sip.transport;

import org.jspecify.annotations.Nullable;

/**
 * The one cleaning of text from outside, before any header setter: the stack lets CR and LF through in display names,
 * Subject, Call-ID, Reason, Warning, reason phrases and URI parameters, and so would let one party write headers into
 * another party's messages.
 */
public final class Clean {
    /** No header text is longer, in characters. */
    public static final int MAX_LENGTH = 128;

    private Clean() {}

    /**
     * Text that is harmless inside a quoted string, a reason phrase or a header: control characters become one space,
     * quotes and backslashes go, at most 128 characters are left, no surrogate pair is cut in two.
     */
    public static String text(@Nullable String raw) {
        return raw == null ? "" : cut(withoutQuotes(raw).strip()).stripTrailing();
    }

    /** What a URI's user part may hold (RFC 3261 section 25.1 unreserved and user-unreserved); all else goes. */
    public static String user(@Nullable String raw) {
        return raw == null ? "" : cut(raw.replaceAll("[^A-Za-z0-9\\-_.!~*'()&=+$,;?/#]", ""));
    }

    /** A token (RFC 3261 section 25.1); all else goes. */
    public static String token(@Nullable String raw) {
        return raw == null ? "" : cut(raw.replaceAll("[^A-Za-z0-9\\-.!%*_+`'~]", ""));
    }

    private static String withoutQuotes(String raw) {
        return raw.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ").replaceAll("[\"\\\\]", "");
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end);
    }
}
