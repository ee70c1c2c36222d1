package org.supertransfer.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a text is in the numbering plan; the house's own numbers are not known here.
 *
 * @param e164 with a leading +; the short number itself where there is no E.164 form; null when INVALID
 * @param display spaced for reading; the text itself when INVALID
 * @param pricePerMinute in euros, null when unknown or free
 */
record PlannedNumber(
        @Nullable String e164, String display, NumberClass numberClass, @Nullable BigDecimal pricePerMinute) {
    static PlannedNumber invalid(String text) {
        return new PlannedNumber(null, text, NumberClass.INVALID, null);
    }
}
