package org.supertransfer.transfer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedTransferHistory extends TransferHistory {
    @Override
    public Optional<Kept> find(String id) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.find(id);
        });
    }

    @Override
    public List<TransferView.Moment> timeline(String id) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.timeline(id);
        });
    }

    @Override
    public TransferView.Page page(@Nullable String username, HistoryQuery query) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.page(username, query);
        });
    }

    @Override
    public List<TransferView> first(@Nullable String username, HistoryQuery query, int most) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.first(username, query, most);
        });
    }
}
