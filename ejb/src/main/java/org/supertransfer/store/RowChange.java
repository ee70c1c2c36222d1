package org.supertransfer.store;

import jakarta.persistence.EntityManager;

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
}
