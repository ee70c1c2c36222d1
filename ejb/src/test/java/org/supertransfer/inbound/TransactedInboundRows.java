package org.supertransfer.inbound;

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
public class TransactedInboundRows extends InboundRows {
    @Override
    public void put(InboundNumber number) {
        TestDatabase.current().in(manager -> {
            rows = manager;
            super.put(number);
            return true;
        });
    }

    @Override
    public List<InboundNumber> all() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.all();
        });
    }

    @Override
    public List<InboundCard> cards() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.cards();
        });
    }

    @Override
    public Optional<InboundCard> card(String number) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.card(number);
        });
    }
}
