package org.supertransfer.inbound;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Reads and imports inbound numbers. Not for steps: it selects. */
@Stateless
@PermitAll
public class InboundRows {
    @PersistenceContext
    EntityManager rows;

    /** Inserts or updates by number. */
    public void put(InboundNumber number) {
        InboundNumberRecord row = rows.find(InboundNumberRecord.class, number.number());
        if (row == null) {
            row = new InboundNumberRecord();
            row.number = number.number();
        }
        row.name = number.name();
        row.agents.retainAll(number.agents());
        row.agents.addAll(number.agents());
        rows.persist(row);
    }

    /** By name. */
    public List<InboundCard> cards() {
        return rows.createQuery("select n from InboundNumberRecord n order by n.name", InboundNumberRecord.class)
                .getResultStream()
                .map(InboundRows::card)
                .toList();
    }

    public Optional<InboundCard> card(String number) {
        return Optional.ofNullable(rows.find(InboundNumberRecord.class, number)).map(InboundRows::card);
    }

    private static InboundCard card(InboundNumberRecord row) {
        return new InboundCard(
                row.number, row.name, row.agents.stream().sorted().toList(), row.version);
    }

    public List<InboundNumber> all() {
        return rows.createQuery("select n from InboundNumberRecord n order by n.name", InboundNumberRecord.class)
                .getResultStream()
                .map(row -> new InboundNumber(row.number, row.name, row.agents))
                .toList();
    }
}
