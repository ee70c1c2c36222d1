package org.supertransfer.inbound;

import jakarta.persistence.EntityManager;
import org.supertransfer.store.RowChange;

/** What admins do to the rows of inbound numbers. A card of an old version meets no row. */
public final class InboundChanges {
    private InboundChanges() {}

    public static RowChange insert(InboundCard card) {
        return rows -> {
            InboundNumberRecord row = new InboundNumberRecord();
            row.number = card.number();
            fill(row, card);
            rows.persist(row);
        };
    }

    public static RowChange update(InboundCard card) {
        return rows -> fill(row(rows, card), card);
    }

    public static RowChange delete(InboundCard card) {
        return rows -> rows.remove(row(rows, card));
    }

    private static InboundNumberRecord row(EntityManager rows, InboundCard card) {
        return RowChange.current(
                rows.find(InboundNumberRecord.class, card.number()),
                row -> row.version,
                card.version(),
                "inbound number " + card.number());
    }

    private static void fill(InboundNumberRecord row, InboundCard card) {
        row.name = card.name();
        row.agents.retainAll(card.agents());
        row.agents.addAll(card.agents());
    }
}
