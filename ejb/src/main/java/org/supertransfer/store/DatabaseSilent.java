package org.supertransfer.store;

import jakarta.ejb.ApplicationException;

/** The database does not answer; whether the rows were written is unknown. */
@ApplicationException(rollback = true)
public class DatabaseSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseSilent(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseSilent(String message) {
        super(message);
    }
}
