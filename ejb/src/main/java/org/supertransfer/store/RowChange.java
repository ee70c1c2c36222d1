package org.supertransfer.store;

import jakarta.persistence.EntityManager;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One change of rows inside a step's transaction. Made from values alone: it may be kept and applied later. */
@FunctionalInterface
public interface RowChange {
    /** @throws Fenced when the row is no longer this node's or no longer at the expected version */
    void apply(EntityManager rows);

    /** Holds a conditional update to its promise. */
    static void one(int updated, String what) {
        if (updated != 1) {
            throw new Fenced(what);
        }
    }

    /**
     * Holds what was read and changed elsewhere to its version.
     *
     * @param row as it is now, null when it is gone
     * @throws Fenced when it is another one
     */
    static <T> T current(@Nullable T row, ToLongFunction<T> versionOf, long version, String what) {
        if (row == null || versionOf.applyAsLong(row) != version) {
            throw new Fenced(what);
        }
        return row;
    }
}
