package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.supertransfer.agent.Agents;
import org.supertransfer.audit.Keeping;
import org.supertransfer.call.Dispatcher;
import org.supertransfer.directory.TargetType;
import org.supertransfer.inbound.InboundCard;
import org.supertransfer.inbound.InboundChanges;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.inbound.WaitingLine;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** The inbound numbers and who answers them. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboundAdminService {
    @Inject
    private InboundRows rows;

    @Inject
    private Keeping keeping;

    @Inject
    private InboundNumbers numbers;

    @Inject
    private WaitingLine line;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Agents agents;

    @Inject
    private Whose whose;

    public List<InboundCard> all() {
        return rows.cards();
    }

    /** @throws Refused INVALID */
    public InboundCard create(String by, InboundCard card) {
        return keeping.alone(() -> {
            check(card, rows.card(card.number()).isEmpty());
            keeping.write(InboundChanges.insert(card), keeping.audit().created(by, card));
            return known(card.number());
        });
    }

    /**
     * Who waits may be offered to somebody new at once.
     *
     * @throws Refused NOT_FOUND, INVALID, STALE
     */
    public InboundCard change(String by, InboundCard card) {
        return keeping.alone(() -> {
            InboundCard was = Keeping.there(rows.card(card.number()));
            check(card, true);
            keeping.write(InboundChanges.update(card), keeping.audit().changed(by, was, card));
            return known(card.number());
        });
    }

    /** @throws Refused NOT_FOUND, IN_USE while somebody waits in its queue */
    public void delete(String by, String number) {
        keeping.alone(() -> {
            InboundCard was = Keeping.there(rows.card(number));
            int waiting =
                    line.queues().getOrDefault(number, WaitingLine.Queue.EMPTY).length();
            if (waiting > 0) {
                throw new Refused(Refusal.IN_USE, waiting + " callers wait in the queue of " + was.name() + ".");
            }
            keeping.write(InboundChanges.delete(was), keeping.audit().deleted(by, was));
            numbers.load();
            return was;
        });
    }

    private void check(InboundCard card, boolean free) {
        Findings findings = new Findings();
        whose.check(findings, "number", card.number(), TargetType.INBOUND, card.number());
        findings.check(free, "number", "taken", "There is an inbound number like this already.");
        Forms.name(findings, "name", card.name());
        for (String username : card.agents()) {
            findings.check(
                    agents.profile(username).isPresent(), "agents", "unknown", "There is no agent " + username + ".");
        }
        findings.refuse();
    }

    private InboundCard known(String number) {
        numbers.load();
        dispatcher.wake();
        return Keeping.there(rows.card(number));
    }
}
