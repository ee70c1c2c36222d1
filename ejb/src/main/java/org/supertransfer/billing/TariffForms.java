package org.supertransfer.billing;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.supertransfer.problem.Findings;

/** Whether a tariff can be kept like this. */
final class TariffForms {
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,19}|[1-9][0-9]{1,9}");
    private static final int LONGEST_NAME = 128;
    private static final int DECIMALS = 4;
    private static final BigDecimal MOST = new BigDecimal("100");

    private TariffForms() {}

    static void check(Findings findings, TariffCard card) {
        findings.check(!card.prefix().isEmpty(), "prefix", "required", "A prefix is wanted.");
        if (!findings.has("prefix")) {
            findings.check(
                    PREFIX.matcher(card.prefix()).matches(),
                    "prefix",
                    "format",
                    "A prefix is the beginning of a number with + and country code, +358300, or a short number.");
        }
        findings.check(!card.name().isBlank(), "name", "required", "A name is wanted.");
        findings.check(card.name().length() <= LONGEST_NAME, "name", "too-long", "A name has at most 128 characters.");
        price(findings, "pricePerMinute", card.pricePerMinute());
        price(findings, "pricePerCall", card.pricePerCall());
    }

    private static void price(Findings findings, String field, BigDecimal price) {
        findings.check(
                price.signum() >= 0 && price.compareTo(MOST) < 0 && price.scale() <= DECIMALS,
                field,
                "range",
                "A price is 0 to 99.9999 euros, with four decimals at most.");
    }
}
