package org.supertransfer.store;

import jakarta.ejb.ApplicationException;

/** A conditional update met no row: another node, an earlier run or a newer version owns it. Nothing was written. */
@ApplicationException(rollback = true)
public class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the row, for the log */
    public Fenced(String what) {
        super(what);
    }
}
