package org.supertransfer.report;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedFateRows extends FateRows {
    @Override
    public Optional<Tuple> call(String id) {
        return in(() -> super.call(id));
    }

    @Override
    public List<Tuple> byId(String id) {
        return in(() -> super.byId(id));
    }

    @Override
    public List<Tuple> find(Search search) {
        return in(() -> super.find(search));
    }

    @Override
    public List<Tuple> newest(Instant since) {
        return in(() -> super.newest(since));
    }

    @Override
    public List<Tuple> legs(String callId) {
        return in(() -> super.legs(callId));
    }

    @Override
    public List<Tuple> moves(String callId) {
        return in(() -> super.moves(callId));
    }

    @Override
    public List<Tuple> transfers(String callId) {
        return in(() -> super.transfers(callId));
    }

    @Override
    public List<Tuple> lines(String transferId) {
        return in(() -> super.lines(transferId));
    }

    @Override
    public List<Tuple> messages(String transferId) {
        return in(() -> super.messages(transferId));
    }

    private <T> T in(Supplier<T> work) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return work.get();
        });
    }
}
