package org.supertransfer.number;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
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
        return new NumberView(
                number.e164(),
                number.display(),
                numberClass,
                numberClass == NumberClass.SERVICE || numberClass == NumberClass.PREMIUM,
                pricePerMinute(number),
                allowed,
                policy.refusal(caller, numberClass).orElse(null),
                allowed || numberClass == NumberClass.INVALID ? null : whomToAsk());
    }

    private @Nullable BigDecimal pricePerMinute(PlannedNumber number) {
        String e164 = number.e164();
        boolean outside = number.numberClass() != NumberClass.INTERNAL && number.numberClass() != NumberClass.EMERGENCY;
        return outside && e164 != null ? prices.of(e164).map(Price::perMinute).orElse(number.pricePerMinute()) : null;
    }

    private @Nullable String whomToAsk() {
        String text = settings.now().whomToAsk();
        return text.isEmpty() ? null : text;
    }
}
