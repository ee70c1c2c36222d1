package org.supertransfer.store;

import jakarta.ejb.ApplicationException;

/** The database refused the rows themselves (SQL states 22, 23 and 42), so the same rows would be refused again. */
@ApplicationException(rollback = true)
public class RowConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowConflict(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
