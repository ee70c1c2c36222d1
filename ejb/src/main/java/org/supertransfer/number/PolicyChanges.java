package org.supertransfer.number;

import org.supertransfer.store.RowChange;

/** What admins do to the rows of the number policy. */
public final class PolicyChanges {
    private PolicyChanges() {}

    /** A card of an old version meets no row. */
    public static RowChange update(PolicyCard card) {
        return rows -> {
            PolicyRecord row = RowChange.current(
                    rows.find(PolicyRecord.class, card.id()),
                    each -> each.version,
                    card.version(),
                    "policy " + card.id());
            row.classes = String.join(
                    " ", card.classes().stream().map(NumberClass::name).toList());
        };
    }
}
