package org.supertransfer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.Fenced;
import org.supertransfer.store.RowChange;
import org.supertransfer.store.Steps;

/** How admins' changes are made: one after the other, so that what was checked holds when it is written. */
@ApplicationScoped
public class Keeping {
    @Inject
    private Steps steps;

    @Inject
    private Audit audit;

    private final ReentrantLock turn = new ReentrantLock();

    public Audit audit() {
        return audit;
    }

    /** Runs a change while no other runs. */
    public <T> T alone(Supplier<T> change) {
        turn.lock();
        try {
            return change.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * All of it or nothing.
     *
     * @throws Refused STALE when somebody else was faster
     */
    public void write(RowChange... changes) {
        write(List.of(changes));
    }

    /** As {@link #write(RowChange...)}. */
    public void write(List<RowChange> changes) {
        try {
            steps.write(changes);
        } catch (Fenced e) {
            throw new Refused(Refusal.STALE, "Somebody has changed it meanwhile; look again.");
        }
    }

    /** @throws Refused NOT_FOUND when there is none */
    public static <T extends Kept> T there(Optional<T> thing) {
        return thing.orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no such thing."));
    }
}
