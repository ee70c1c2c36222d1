package org.supertransfer.store;

import java.sql.SQLException;

/** Tells refused rows from a silent database by the SQL state somewhere under a container's exception. */
final class SqlCause {
    private SqlCause() {}

    static RuntimeException translate(RuntimeException failure) {
        String state = stateOf(failure);
        if (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")) {
            return new RowConflict(failure);
        }
        return new DatabaseSilent(String.valueOf(failure.getMessage()), failure);
    }

    private static String stateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
