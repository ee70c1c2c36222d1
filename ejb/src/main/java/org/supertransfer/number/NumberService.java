package org.supertransfer.number;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.supertransfer.agent.Caller;

/** The numbers' front door. */
@Stateless
@PermitAll
public class NumberService {
    @Inject
    NumberPlan plan;

    @Inject
    OwnNumbers own;

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

    private static NumberView view(Caller caller, PlannedNumber number) {
        NumberClass numberClass = number.numberClass();
        return new NumberView(
                number.e164(),
                number.display(),
                numberClass,
                numberClass == NumberClass.SERVICE || numberClass == NumberClass.PREMIUM,
                number.pricePerMinute(),
                NumberPolicy.allows(caller, numberClass),
                NumberPolicy.refusal(caller, numberClass).orElse(null));
    }
}
