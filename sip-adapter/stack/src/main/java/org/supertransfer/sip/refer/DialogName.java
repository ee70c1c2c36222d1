package org.supertransfer.sip.refer;

import java.util.Locale;
import java.util.Optional;

/**
 * A dialog as a Replaces or a Target-Dialog names it (RFC 3891 section 6.1, RFC 4538 section 7).
 *
 * @param localTag the tag of whoever gets the message that this stands in: ours
 * @param remoteTag the tag of the other side
 * @param earlyOnly not to be replaced once it is confirmed; never set by a Target-Dialog
 */
public record DialogName(String callId, String localTag, String remoteTag, boolean earlyOnly) {
    /**
     * Reads a Replaces: {@code to-tag} is the tag of who is asked to replace.
     *
     * @param value unescaped
     */
    public static Optional<DialogName> ofReplaces(String value) {
        return of(value, "to-tag", "from-tag");
    }

    /** Reads a Target-Dialog: {@code local-tag} is the tag of who sends it, so it is the other side's to us. */
    public static Optional<DialogName> ofTargetDialog(String value) {
        return of(value, "remote-tag", "local-tag");
    }

    private static Optional<DialogName> of(String value, String local, String remote) {
        String[] parts = value.split(";");
        String callId = parts[0].strip();
        String localTag = "";
        String remoteTag = "";
        boolean early = false;
        int tags = 0;
        for (int at = 1; at < parts.length; at++) {
            int equals = parts[at].indexOf('=');
            String name = (equals < 0 ? parts[at] : parts[at].substring(0, equals)).strip();
            String text = equals < 0 ? "" : parts[at].substring(equals + 1).strip();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "early-only" -> early = true;
                case "to-tag", "remote-tag", "from-tag", "local-tag" -> {
                    tags++;
                    localTag = name.equalsIgnoreCase(local) ? text : localTag;
                    remoteTag = name.equalsIgnoreCase(remote) ? text : remoteTag;
                }
                default -> {
                    // Parameters of extensions say nothing to us.
                }
            }
        }
        boolean whole = tags == 2 && !callId.isEmpty() && !localTag.isEmpty() && !remoteTag.isEmpty();
        return whole ? Optional.of(new DialogName(callId, localTag, remoteTag, early)) : Optional.empty();
    }
}
