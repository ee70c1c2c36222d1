package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.supertransfer.audit.Keeping;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.PolicyCard;
import org.supertransfer.number.PolicyChanges;
import org.supertransfer.number.PolicyRows;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;

/** Where each role may transfer to; in force for REST, a phone's transfer key and redirections alike. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PolicyAdminService {
    @Inject
    private PolicyRows rows;

    @Inject
    private Keeping keeping;

    @Inject
    private Opening opening;

    public List<PolicyCard> all() {
        return rows.cards();
    }

    /**
     * @param classes names of number classes
     * @throws Refused NOT_FOUND when there is no such role, INVALID, STALE
     */
    @SuppressWarnings("TooManyParameters")
    public PolicyCard change(String by, String role, List<String> classes, long version) {
        return keeping.alone(() -> {
            PolicyCard was = Keeping.there(policy(role));
            PolicyCard card = new PolicyCard(was.role(), checked(classes), version);
            keeping.write(PolicyChanges.update(card), keeping.audit().changed(by, was, card));
            opening.policy();
            return Keeping.there(policy(role));
        });
    }

    private Optional<PolicyCard> policy(String role) {
        return rows.cards().stream().filter(card -> card.id().equals(role)).findFirst();
    }

    private static List<NumberClass> checked(List<String> names) {
        Findings findings = new Findings();
        List<NumberClass> classes = new ArrayList<>();
        for (String name : names) {
            Optional<NumberClass> known = Arrays.stream(NumberClass.values())
                    .filter(each -> each != NumberClass.INVALID && each.name().equals(name))
                    .findFirst();
            known.ifPresent(classes::add);
            findings.check(known.isPresent(), "classes", "unknown", name + " is no class that can be allowed.");
        }
        findings.check(
                classes.contains(NumberClass.EMERGENCY),
                "classes",
                "emergency-needed",
                "Emergency numbers cannot be forbidden to anybody.");
        findings.refuse();
        return classes;
    }
}
