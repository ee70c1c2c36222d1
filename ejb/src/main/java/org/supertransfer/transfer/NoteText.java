package org.supertransfer.transfer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what a transferor wrote for the target: it is shown on another agent's page and kept in the database, so nothing
 * in it may steer a terminal, turn the reading direction of what stands around it, or be no character at all.
 */
final class NoteText {
    private static final Pattern LINE_END = Pattern.compile("\\R");
    /** Controls but the line feed, marks that override the reading direction, halves of surrogate pairs. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private NoteText() {}

    /** @return null for a text in which nothing is left */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String lines = LINE_END.matcher(text.replace('\t', ' ')).replaceAll("\n");
        String clean = UNWANTED.matcher(lines).replaceAll("").strip();
        return clean.isEmpty() ? null : clean;
    }
}
