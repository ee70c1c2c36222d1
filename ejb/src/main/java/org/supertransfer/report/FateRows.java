package org.supertransfer.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what was kept of calls. Not for steps: it selects. The columns are in the order of the words. */
@Stateless
@PermitAll
public class FateRows {
    private static final int MOST = 50;
    private static final String CALL = "select c.id, c.direction, c.state, c.partyNumber, c.partyName, c.inboundNumber,"
            + " c.agent, c.beganAt, c.endedAt, c.reason, c.transfers from CallRecord c";

    @PersistenceContext
    EntityManager rows;

    /**
     * What is looked for.
     *
     * @param spellings the ways a number may be kept; empty when it is none
     * @param part of a number or a name
     */
    record Search(Collection<String> spellings, String part, Instant since) {}

    public Optional<Tuple> call(String id) {
        return all(CALL + " where c.id = :id", id).stream().findFirst();
    }

    /** The call with this id, or the one that this transfer belongs to. */
    public List<Tuple> byId(String id) {
        return all(CALL + " where c.id = :id or c.id in (select t.callId from TransferRecord t where t.id = :id)", id);
    }

    /** The newest, by their own number, their caller's name or the number of any of their legs. */
    public List<Tuple> find(Search search) {
        TypedQuery<Tuple> query = rows.createQuery(
                CALL
                        + " where c.beganAt >= :since and (c.partyNumber in :spellings or c.partyNumber like :part escape '!'"
                        + " or lower(c.partyName) like :part escape '!'"
                        + " or c.id in (select l.callId from LegRecord l where l.beganAt >= :since"
                        + " and (l.number in :spellings or l.number like :part escape '!')))"
                        + " order by c.beganAt desc, c.id",
                Tuple.class);
        return query.setParameter("since", search.since())
                .setParameter("spellings", search.spellings())
                .setParameter("part", pattern(search.part()))
                .setMaxResults(MOST)
                .getResultList();
    }

    public List<Tuple> newest(Instant since) {
        return rows.createQuery(CALL + " where c.beganAt >= :since order by c.beganAt desc, c.id", Tuple.class)
                .setParameter("since", since)
                .setMaxResults(MOST)
                .getResultList();
    }

    public List<Tuple> legs(String callId) {
        return all(
                "select l.id, l.username, l.number, l.shownNumber, l.shownName, l.beganAt, l.answeredAt, l.endedAt,"
                        + " l.endKind, l.sipStatus from LegRecord l where l.callId = :id order by l.beganAt, l.id",
                callId);
    }

    public List<Tuple> moves(String callId) {
        return all(
                "select m.at, m.fromState, m.stimulus, m.toState, m.agent from CallHistoryRecord m"
                        + " where m.id.callId = :id order by m.id.seq",
                callId);
    }

    /** What the view of a transfer does not have, oldest transfer first. */
    public List<Tuple> transfers(String callId) {
        return all(
                "select t.id, t.retrievedBy, t.targetLeg from TransferRecord t"
                        + " where t.callId = :id order by t.startedAt, t.id",
                callId);
    }

    public List<Tuple> lines(String transferId) {
        return all(
                "select l.at, l.stimulus, l.state, l.code, l.reason, l.sipStatus from TransferHistoryRecord l"
                        + " where l.id.transferId = :id order by l.id.seq",
                transferId);
    }

    public List<Tuple> messages(String transferId) {
        return all(
                "select m.sentAt, m.code, m.reason from TransferMessageRecord m"
                        + " where m.id.transferId = :id order by m.id.seq",
                transferId);
    }

    private List<Tuple> all(String text, String id) {
        return rows.createQuery(text, Tuple.class).setParameter("id", id).getResultList();
    }

    private static String pattern(String part) {
        return "%"
                + part.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_") + "%";
    }
}
