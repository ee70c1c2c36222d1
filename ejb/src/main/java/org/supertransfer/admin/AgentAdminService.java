package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentChanges;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.LogInEnded;
import org.supertransfer.agent.Passwords;
import org.supertransfer.agent.PhoneAccounts;
import org.supertransfer.agent.Secrets;
import org.supertransfer.audit.Keeping;
import org.supertransfer.inbound.InboundCard;
import org.supertransfer.inbound.InboundChanges;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.Node;
import org.supertransfer.store.RowChange;

/** The agents, who are everybody that logs in. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgentAdminService {
    @Inject
    private AgentRows rows;

    @Inject
    private AgentForms forms;

    @Inject
    private TeamMoves moves;

    @Inject
    private Keeping keeping;

    @Inject
    private Passwords passwords;

    @Inject
    private Agents agents;

    @Inject
    private PhoneAccounts accounts;

    @Inject
    private InboundRows inboundRows;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    @Inject
    private Event<LogInEnded> ended;

    public List<AgentCard> all() {
        return rows.cards();
    }

    /**
     * @param by the admin's username
     * @throws Refused INVALID
     */
    public AgentCard create(String by, AgentForm form) {
        return keeping.alone(() -> {
            forms.check(null, form, by);
            AgentCard card = form.card();
            List<RowChange> changes = new ArrayList<>();
            changes.add(AgentChanges.insert(card, secrets(form), node.fence(), clock.instant()));
            changes.add(keeping.audit().created(by, form.remembered(false)));
            changes.addAll(teams(by, card.username(), List.of(card)));
            keeping.write(changes);
            return known(card.username());
        });
    }

    /** @throws Refused NOT_FOUND, INVALID, STALE */
    public AgentCard change(String by, AgentForm form) {
        return keeping.alone(() -> {
            AgentCard card = form.card();
            AgentCard was = Keeping.there(rows.card(card.username()));
            forms.check(was, form, by);
            Secrets secrets = secrets(form);
            List<RowChange> changes = new ArrayList<>();
            changes.add(AgentChanges.update(card, secrets));
            changes.add(keeping.audit().changed(by, was, form.remembered(was.hasSipPassword())));
            changes.addAll(teams(by, card.username(), List.of(card)));
            keeping.write(changes);
            AgentCard now = known(card.username());
            if (secrets.passwordHash() != null || !was.roles().equals(now.roles())) {
                ended.fire(new LogInEnded(card.username()));
            }
            return now;
        });
    }

    /** @throws Refused NOT_FOUND, INVALID for oneself and the last admin, IN_USE on a call */
    public void delete(String by, String username) {
        keeping.alone(() -> {
            AgentCard was = Keeping.there(rows.card(username));
            forms.checkDeletion(was, by);
            if (!agents.remove(username, () -> keeping.write(deletion(by, was)))) {
                throw new Refused(Refusal.IN_USE, was.name() + " is on a call; try again when it has ended.");
            }
            accounts.publish();
            inboundNumbers.load();
            ended.fire(new LogInEnded(username));
            return was;
        });
    }

    private Secrets secrets(AgentForm form) {
        String password = form.password();
        return new Secrets(password == null ? null : passwords.hash(password), form.sipPassword());
    }

    private List<RowChange> deletion(String by, AgentCard was) {
        List<RowChange> changes = new ArrayList<>();
        for (InboundCard number : inboundRows.cards()) {
            if (number.agents().contains(was.username())) {
                InboundCard without = number.without(was.username());
                changes.add(InboundChanges.update(without));
                changes.add(keeping.audit().changed(by, number, without));
            }
        }
        changes.add(rows -> rows.flush());
        changes.add(AgentChanges.delete(was));
        changes.add(keeping.audit().deleted(by, was));
        changes.addAll(teams(by, was.username(), List.of()));
        return changes;
    }

    /** A line for each team that the agent comes to or leaves. */
    private List<RowChange> teams(String by, String username, List<AgentCard> after) {
        return moves.changes(List.of(username), after).stream()
                .map(team -> keeping.audit().changed(by, team.was(), team.now()))
                .toList();
    }

    private AgentCard known(String username) {
        agents.refresh(List.of(username));
        accounts.publish();
        return Keeping.there(rows.card(username));
    }
}
