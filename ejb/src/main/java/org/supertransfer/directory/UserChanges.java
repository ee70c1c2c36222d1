package org.supertransfer.directory;

import jakarta.persistence.EntityManager;
import org.supertransfer.store.RowChange;

/** What admins do to the rows of users. A card of an old version meets no row. */
public final class UserChanges {
    private UserChanges() {}

    public static RowChange insert(UserCard card) {
        return rows -> {
            UserRecord row = new UserRecord();
            row.number = card.number();
            fill(row, card);
            rows.persist(row);
        };
    }

    public static RowChange update(UserCard card) {
        return rows -> fill(row(rows, card), card);
    }

    public static RowChange delete(UserCard card) {
        return rows -> rows.remove(row(rows, card));
    }

    private static UserRecord row(EntityManager rows, UserCard card) {
        return RowChange.current(
                rows.find(UserRecord.class, card.number()),
                row -> row.version,
                card.version(),
                "user " + card.number());
    }

    private static void fill(UserRecord row, UserCard card) {
        row.name = card.name();
        row.contact = card.contact();
    }
}
