package org.supertransfer.number;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.supertransfer.agent.Role;
import org.supertransfer.agent.Roles;

/** Reads the number policy. Not for steps: it selects. */
@Stateless
@PermitAll
public class PolicyRows {
    @PersistenceContext
    EntityManager rows;

    /** One for each role, the least powerful first. */
    public List<PolicyCard> cards() {
        return rows.createQuery("select p from PolicyRecord p", PolicyRecord.class)
                .getResultStream()
                .map(PolicyRows::card)
                .sorted(Comparator.comparing(PolicyCard::role))
                .toList();
    }

    private static PolicyCard card(PolicyRecord row) {
        Role role = Roles.parse(Set.of(row.role)).iterator().next();
        List<NumberClass> classes = Arrays.stream(row.classes.split(" "))
                .filter(each -> !each.isEmpty())
                .map(NumberClass::valueOf)
                .toList();
        return new PolicyCard(role, classes, row.version);
    }
}
