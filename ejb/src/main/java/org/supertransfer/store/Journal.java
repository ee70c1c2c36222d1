package org.supertransfer.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the steps of live calls. While the database is silent the steps of live calls are kept in order and written
 * when it is back, and nothing new may begin; a crash in between loses what is kept.
 */
@ApplicationScoped
public class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long RETRY_MILLIS = 250;

    @Inject
    Steps steps;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/calls")
    ManagedScheduledExecutorService timers;

    private enum CatchUp {
        NONE,
        WAITS,
        RUNS
    }

    private final Deque<List<RowChange>> kept = new ArrayDeque<>();
    /** There is one at most: two would write the same step, and drop the one behind it unwritten. */
    private CatchUp catchUp = CatchUp.NONE;

    private volatile boolean silent;
    private volatile boolean closed;

    /**
     * Writes what begins something new.
     *
     * @throws DatabaseSilent when it could not be written, or perhaps was
     * @throws RowConflict when the rows themselves are refused
     */
    public void begin(List<RowChange> changes) {
        refuseInSilence();
        write(changes);
    }

    /**
     * Writes what begins something new, or what closes it again when nobody said whether it was written.
     *
     * @param closing a step for rows that are perhaps there and perhaps not
     * @throws DatabaseSilent when it could not be written, or perhaps was and is closed
     * @throws RowConflict when the rows themselves are refused
     */
    public void begin(List<RowChange> changes, List<RowChange> closing) {
        refuseInSilence();
        try {
            write(changes);
        } catch (DatabaseSilent e) {
            step(closing);
            throw e;
        }
    }

    private void refuseInSilence() {
        if (silent) {
            throw new DatabaseSilent("the database is silent, " + size() + " steps are kept");
        }
    }

    /**
     * Writes a step of something that lives, now or when the database is back.
     *
     * <p>Rows that the database refuses are a fault of ours that must not strand two people on the line: they are logged
     * and left out.
     *
     * @throws Fenced when another owns the row
     */
    public void step(List<RowChange> changes) {
        if (keptBehindOthers(changes)) {
            return;
        }
        try {
            write(changes);
        } catch (DatabaseSilent e) {
            LOG.error("the database is silent, live calls go on from memory: {}", e.getMessage());
            keep(changes);
        } catch (RowConflict e) {
            LOG.error("a step's rows are refused; what can be written of it is written one by one", e);
            changes.forEach(change -> writeKept(List.of(change)));
        }
    }

    /** Whether steps are kept because the database does not answer. */
    public boolean silent() {
        return silent;
    }

    private void write(List<RowChange> changes) {
        try {
            steps.write(changes);
        } catch (Fenced e) {
            throw e;
        } catch (RuntimeException e) {
            throw SqlCause.translate(e);
        }
    }

    private synchronized boolean keptBehindOthers(List<RowChange> changes) {
        return silent && kept.add(changes);
    }

    private synchronized void keep(List<RowChange> changes) {
        kept.add(changes);
        silent = true;
        tryLater();
    }

    private synchronized void tryLater() {
        if (catchUp == CatchUp.NONE && !closed) {
            catchUp = CatchUp.WAITS;
            var unused = timers.schedule(this::catchUp, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized int size() {
        return kept.size();
    }

    private void catchUp() {
        if (!begins()) {
            return;
        }
        try {
            for (List<RowChange> next = head(); next != null && !closed; next = head()) {
                writeKept(next);
                drop();
            }
        } catch (DatabaseSilent e) {
            LOG.debug("still silent", e);
        } finally {
            ends();
        }
    }

    private synchronized boolean begins() {
        boolean due = catchUp == CatchUp.WAITS;
        catchUp = due ? CatchUp.RUNS : catchUp;
        return due;
    }

    private synchronized void ends() {
        catchUp = CatchUp.NONE;
        if (silent) {
            tryLater();
        }
    }

    private void writeKept(List<RowChange> changes) {
        try {
            write(changes);
        } catch (Fenced | RowConflict e) {
            LOG.error("a kept step was refused, perhaps because it had been written after all", e);
        }
    }

    /** The oldest kept step; null ends the silence. */
    private synchronized @Nullable List<RowChange> head() {
        List<RowChange> first = kept.peek();
        if (first == null && silent) {
            silent = false;
            LOG.info("the database is back, all kept steps are written");
        }
        return first;
    }

    private synchronized void drop() {
        kept.remove();
    }

    @PreDestroy
    void close() {
        closed = true;
        if (size() > 0) {
            LOG.error("{} kept steps are lost", size());
        }
    }
}
