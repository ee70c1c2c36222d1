package org.supertransfer.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database. */
@Dependent
@Alternative
@Priority(1)
public class TransactedEarlierRun extends EarlierRun {
    @Override
    public void close() {
        TestDatabase.current().in(manager -> {
            rows = manager;
            super.close();
            return true;
        });
    }
}
