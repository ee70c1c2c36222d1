package org.supertransfer.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Reads and imports users. Not for steps: it selects. */
@Stateless
@PermitAll
public class UserRows {
    @PersistenceContext
    EntityManager rows;

    /** Inserts or updates by number. */
    public void put(User user) {
        UserRecord row = rows.find(UserRecord.class, user.number());
        if (row == null) {
            row = new UserRecord();
            row.number = user.number();
        }
        row.name = user.name();
        row.contact = user.contact();
        rows.persist(row);
    }

    /** By name. */
    public List<UserCard> cards() {
        return rows.createQuery("select u from UserRecord u order by u.name", UserRecord.class)
                .getResultStream()
                .map(UserRows::card)
                .toList();
    }

    public Optional<UserCard> card(String number) {
        return Optional.ofNullable(rows.find(UserRecord.class, number)).map(UserRows::card);
    }

    private static UserCard card(UserRecord row) {
        return new UserCard(row.number, row.name, row.contact, row.version);
    }

    public List<User> all() {
        return rows.createQuery("select u from UserRecord u order by u.name", UserRecord.class)
                .getResultStream()
                .map(row -> new User(row.number, row.name, row.contact))
                .toList();
    }
}
