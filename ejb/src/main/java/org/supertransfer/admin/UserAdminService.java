package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.supertransfer.audit.Keeping;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.Spelling;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.UserCard;
import org.supertransfer.directory.UserChanges;
import org.supertransfer.directory.UserRows;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;

/** The users: those of the house who are no agents. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UserAdminService {
    @Inject
    private UserRows rows;

    @Inject
    private Keeping keeping;

    @Inject
    private Directory directory;

    @Inject
    private Whose whose;

    public List<UserCard> all() {
        return rows.cards();
    }

    /** @throws Refused INVALID */
    public UserCard create(String by, UserCard card) {
        return keeping.alone(() -> {
            check(card, rows.card(card.number()).isEmpty());
            keeping.write(UserChanges.insert(card), keeping.audit().created(by, card));
            return known(card.number());
        });
    }

    /** @throws Refused NOT_FOUND, INVALID, STALE */
    public UserCard change(String by, UserCard card) {
        return keeping.alone(() -> {
            UserCard was = Keeping.there(rows.card(card.number()));
            check(card, true);
            keeping.write(UserChanges.update(card), keeping.audit().changed(by, was, card));
            return known(card.number());
        });
    }

    /** @throws Refused NOT_FOUND */
    public void delete(String by, String number) {
        keeping.alone(() -> {
            UserCard was = Keeping.there(rows.card(number));
            keeping.write(UserChanges.delete(was), keeping.audit().deleted(by, was));
            directory.load();
            return was;
        });
    }

    private void check(UserCard card, boolean free) {
        Findings findings = new Findings();
        whose.check(findings, "number", card.number(), TargetType.USER, card.number());
        findings.check(free, "number", "taken", "There is a user of this number already.");
        Forms.name(findings, "name", card.name());
        Forms.like(findings, "contact", card.contact(), Spelling.CONTACT, Spelling.CONTACT_WANTED);
        findings.refuse();
    }

    private UserCard known(String number) {
        directory.load();
        return Keeping.there(rows.card(number));
    }
}
