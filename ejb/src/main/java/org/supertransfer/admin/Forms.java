package org.supertransfer.admin;

import java.util.regex.Pattern;
import org.supertransfer.problem.Findings;

/** What the fields of a form may be, whatever else there is in the house. */
final class Forms {
    private static final int LONGEST_NAME = 128;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private Forms() {}

    static void name(Findings findings, String field, String name) {
        if (name.isBlank()) {
            findings.check(false, field, "required", "A name is wanted.");
        }
        findings.check(name.length() <= LONGEST_NAME, field, "too-long", "A name has at most 128 characters.")
                .check(!UNPRINTABLE.matcher(name).find(), field, "format", "A name is one line of plain text.");
    }

    /** A text that has to be there and to look like this. */
    @SuppressWarnings("TooManyParameters")
    static void like(Findings findings, String field, String text, Pattern pattern, String wanted) {
        if (text.isBlank()) {
            findings.check(false, field, "required", wanted);
        } else {
            findings.check(pattern.matcher(text).matches(), field, "format", wanted);
        }
    }
}
