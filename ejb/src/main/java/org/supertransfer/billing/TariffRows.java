package org.supertransfer.billing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.supertransfer.store.RowChange;

/** Reads the tariffs, and changes them. A card of an old version meets no row. */
@Stateless
@PermitAll
public class TariffRows {
    @PersistenceContext
    EntityManager rows;

    /** By prefix. */
    public List<TariffCard> cards() {
        return rows.createQuery("select t from TariffRecord t order by t.prefix", TariffRecord.class)
                .getResultStream()
                .map(row -> new TariffCard(row.prefix, row.name, row.pricePerMinute, row.pricePerCall, row.version))
                .toList();
    }

    static RowChange insert(TariffCard card) {
        return rows -> {
            TariffRecord row = new TariffRecord();
            row.prefix = card.prefix();
            fill(row, card);
            rows.persist(row);
        };
    }

    static RowChange update(TariffCard card) {
        return rows -> fill(row(rows, card), card);
    }

    static RowChange delete(TariffCard card) {
        return rows -> rows.remove(row(rows, card));
    }

    private static TariffRecord row(EntityManager rows, TariffCard card) {
        return RowChange.current(
                rows.find(TariffRecord.class, card.prefix()),
                row -> row.version,
                card.version(),
                "tariff " + card.prefix());
    }

    private static void fill(TariffRecord row, TariffCard card) {
        row.name = card.name();
        row.pricePerMinute = card.pricePerMinute();
        row.pricePerCall = card.pricePerCall();
    }
}
