package org.supertransfer.number;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;

/**
 * Who may transfer where: by class of number and role, and what is not allowed is refused. An agent may not reach numbers
 * that cost others than the company dearly; supervisors and admins may.
 */
final class NumberPolicy {
    private static final Set<NumberClass> FOR_AGENTS = EnumSet.of(
            NumberClass.INTERNAL,
            NumberClass.DOMESTIC,
            NumberClass.MOBILE,
            NumberClass.FREE,
            NumberClass.SERVICE,
            NumberClass.EMERGENCY);
    private static final Set<NumberClass> FOR_SUPERVISORS = EnumSet.complementOf(EnumSet.of(NumberClass.INVALID));

    private NumberPolicy() {}

    static boolean allows(Caller caller, NumberClass numberClass) {
        return caller.roles().stream().anyMatch(role -> allowed(role).contains(numberClass));
    }

    /** A stable code why not, for example {@code premium-not-allowed}; empty when allowed. */
    static Optional<String> refusal(Caller caller, NumberClass numberClass) {
        if (numberClass == NumberClass.INVALID) {
            return Optional.of("number-invalid");
        }
        return allows(caller, numberClass)
                ? Optional.empty()
                : Optional.of(numberClass.name().toLowerCase(Locale.ROOT) + "-not-allowed");
    }

    private static Set<NumberClass> allowed(Role role) {
        return switch (role) {
            case AGENT -> FOR_AGENTS;
            case SUPERVISOR, ADMIN -> FOR_SUPERVISORS;
        };
    }
}
