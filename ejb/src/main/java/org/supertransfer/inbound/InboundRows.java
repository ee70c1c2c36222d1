package org.supertransfer.inbound;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

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

    public List<InboundNumber> all() {
        return rows.createQuery("select n from InboundNumberRecord n order by n.name", InboundNumberRecord.class)
                .getResultStream()
                .map(row -> new InboundNumber(row.number, row.name, row.agents))
                .toList();
    }
}
