package org.supertransfer.report;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.supertransfer.store.TestDatabase;
import org.supertransfer.transfer.TransferState;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedSuccessRows extends SuccessRows {
    @Override
    public Map<TransferState, Integer> endedSince(Instant since) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.endedSince(since);
        });
    }

    @Override
    public List<Counted> ended(SuccessQuery query) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.ended(query);
        });
    }
}
