package org.supertransfer.web.problem;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that cannot be reached from one that was asked nonsense. */
final class DatabaseLoss {
    /** Class 08 of ISO 9075: connection exception. */
    private static final String CONNECTION = "08";
    /** PostgreSQL's class 57: shut down, crashed or starting. */
    private static final String OPERATOR = "57P";

    private static final int DEEPEST = 20;

    private DatabaseLoss() {}

    static boolean isBehind(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (is(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A ResourceException is the connection pool's: no connection to be had. */
    private static boolean is(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof ResourceException
                || cause instanceof SQLException sql && hasLossState(sql);
    }

    private static boolean hasLossState(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR));
    }
}
