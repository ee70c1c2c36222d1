package org.supertransfer.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.time.YearMonth;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedBillingService extends BillingService {
    @Override
    public BillingReport month(YearMonth month) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.month(month);
        });
    }
}
