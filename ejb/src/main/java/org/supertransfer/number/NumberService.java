package org.supertransfer.number;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Caller;
import org.supertransfer.settings.LiveSettings;

/** The numbers' front door. */
@Stateless
@PermitAll
public class NumberService {
    @Inject
    NumberPlan plan;

    @Inject
    OwnNumbers own;

    @Inject
    NumberPolicy policy;

    @Inject
    Prices prices;

    @Inject
    LiveSettings settings;

    /** What this text is and whether the caller may transfer to it. Never throws: nonsense is class INVALID. */
    public NumberView look(Caller caller, String text) {
        PlannedNumber planned = plan.look(text);
        return planned.numberClass() == NumberClass.EMERGENCY
                ? view(caller, planned)
                : plan.spellings(text).stream()
                        .filter(own::has)
                        .findFirst()
                        .map(spelling -> view(caller, internal(planned, spelling)))
                        .orElseGet(() -> view(caller, planned));
    }

    /** An inbound number of ours has an E.164 form, an extension has none. */
    private static PlannedNumber internal(PlannedNumber planned, String spelling) {
        return planned.numberClass() == NumberClass.INVALID
                ? new PlannedNumber(spelling, spelling, NumberClass.INTERNAL, null)
                : new PlannedNumber(planned.e164(), planned.display(), NumberClass.INTERNAL, null);
    }

    private NumberView view(Caller caller, PlannedNumber number) {
        NumberClass numberClass = number.numberClass();
        boolean allowed = policy.allows(caller, numberClass);
        Optional<Price> price = price(number);
        return new NumberView(
                number.e164(),
                number.display(),
                numberClass,
                numberClass == NumberClass.SERVICE || numberClass == NumberClass.PREMIUM,
                price.map(Price::perMinute).orElse(number.pricePerMinute()),
                price.map(Price::perCall).orElse(null),
                allowed,
                policy.refusal(caller, numberClass).orElse(null),
                allowed || numberClass == NumberClass.INVALID ? null : whomToAsk());
    }

    /** By the tariffs; nobody pays for a number of the house or for help. */
    private Optional<Price> price(PlannedNumber number) {
        return switch (number.numberClass()) {
            case INTERNAL, EMERGENCY, INVALID -> Optional.empty();
            case DOMESTIC, MOBILE, FREE, SERVICE, PREMIUM, FOREIGN ->
                Optional.ofNullable(number.e164()).flatMap(prices::of);
        };
    }

    private @Nullable String whomToAsk() {
        String text = settings.now().whomToAsk();
        return text.isEmpty() ? null : text;
    }
}
