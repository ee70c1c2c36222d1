package org.supertransfer.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as the page shows it before the press.
 *
 * @param e164 with a leading +; the short number itself where there is no E.164 form; null when INVALID
 * @param display spaced for reading
 * @param numberClass {@code class} in JSON
 * @param pricePerMinute in euros, null when unknown or free
 * @param pricePerCall in euros, charged once on top; null when unknown
 * @param allowed whether this caller may transfer to it
 * @param reason a stable code why not, null when allowed
 * @param whomToAsk the admin's text for an agent whose number is not allowed, null when there is none
 */
public record NumberView(
        @Nullable String e164,
        String display,
        NumberClass numberClass,
        boolean chargedSeparately,
        @Nullable BigDecimal pricePerMinute,
        @Nullable BigDecimal pricePerCall,
        boolean allowed,
        @Nullable String reason,
        @Nullable String whomToAsk) {}
