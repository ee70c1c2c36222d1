package org.supertransfer.number;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;

/**
 * Who may transfer where: by class of number and role, and what is not allowed is refused. In the beginning an agent may not
 * reach numbers that cost others than the company dearly; supervisors and admins may. Help is never refused to anybody of
 * the house, and what is no number is never allowed, whatever an admin chose.
 */
@ApplicationScoped
public class NumberPolicy {
    private static final Set<NumberClass> FOR_AGENTS = EnumSet.of(
            NumberClass.INTERNAL,
            NumberClass.DOMESTIC,
            NumberClass.MOBILE,
            NumberClass.FREE,
            NumberClass.SERVICE,
            NumberClass.EMERGENCY);
    private static final Set<NumberClass> FOR_SUPERVISORS = EnumSet.complementOf(EnumSet.of(NumberClass.INVALID));

    private volatile Map<Role, Set<NumberClass>> allowed = new EnumMap<>(
            Map.of(Role.AGENT, FOR_AGENTS, Role.SUPERVISOR, FOR_SUPERVISORS, Role.ADMIN, FOR_SUPERVISORS));

    /** From now on; a role that is not named may nothing but call for help. */
    public void use(Map<Role, Set<NumberClass>> chosen) {
        allowed = Map.copyOf(chosen);
    }

    boolean allows(Caller caller, NumberClass numberClass) {
        return switch (numberClass) {
            case INVALID -> false;
            case EMERGENCY -> !caller.roles().isEmpty();
            case INTERNAL, DOMESTIC, MOBILE, FREE, SERVICE, PREMIUM, FOREIGN ->
                caller.roles().stream()
                        .anyMatch(role -> allowed.getOrDefault(role, Set.of()).contains(numberClass));
        };
    }

    /** A stable code why not, for example {@code premium-not-allowed}; empty when allowed. */
    Optional<String> refusal(Caller caller, NumberClass numberClass) {
        if (numberClass == NumberClass.INVALID) {
            return Optional.of("number-invalid");
        }
        return allows(caller, numberClass)
                ? Optional.empty()
                : Optional.of(numberClass.name().toLowerCase(Locale.ROOT) + "-not-allowed");
    }
}
