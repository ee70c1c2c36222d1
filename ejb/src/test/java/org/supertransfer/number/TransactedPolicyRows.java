package org.supertransfer.number;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedPolicyRows extends PolicyRows {
    @Override
    public List<PolicyCard> cards() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.cards();
        });
    }
}
