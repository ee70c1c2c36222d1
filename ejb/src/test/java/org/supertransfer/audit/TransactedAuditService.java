package org.supertransfer.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedAuditService extends AuditService {
    @Override
    public AuditView.Page page(AuditQuery query) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.page(query);
        });
    }
}
