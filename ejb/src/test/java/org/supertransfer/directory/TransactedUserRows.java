package org.supertransfer.directory;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedUserRows extends UserRows {
    @Override
    public void put(User user) {
        TestDatabase.current().in(manager -> {
            rows = manager;
            super.put(user);
            return true;
        });
    }

    @Override
    public List<User> all() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.all();
        });
    }

    @Override
    public List<UserCard> cards() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.cards();
        });
    }

    @Override
    public Optional<UserCard> card(String number) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.card(number);
        });
    }
}
