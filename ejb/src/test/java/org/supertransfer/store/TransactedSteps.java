package org.supertransfer.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.List;

/** Steps without a container: one transaction of the test database each. */
@Dependent
@Alternative
@Priority(1)
public class TransactedSteps extends Steps {
    @Override
    public void write(List<RowChange> changes) {
        TestDatabase.current().write(changes);
    }
}
