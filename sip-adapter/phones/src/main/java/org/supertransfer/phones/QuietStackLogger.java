package org.supertransfer.phones;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Passes the stack's warnings and errors to the platform's logging at DEBUG and builds no other text; without it the
 * stack wants log4j. Public because the stack makes it by name.
 */
public final class QuietStackLogger implements StackLogger {
    private static final System.Logger LOG = System.getLogger("org.supertransfer.phones.stack");

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int traceLevel) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable ex) {
        LOG.log(System.Logger.Level.DEBUG, "stack", ex);
    }

    @Override
    public void logDebug(String message) {}

    @Override
    public void logDebug(String message, @Nullable Exception ex) {}

    @Override
    public void logTrace(String message) {}

    @Override
    public void logFatalError(String message) {
        LOG.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void logError(String message) {
        LOG.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void logError(String message, @Nullable Exception ex) {
        LOG.log(System.Logger.Level.DEBUG, message, ex);
    }

    @Override
    public void logWarning(String message) {
        LOG.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public void logInfo(String message) {}

    @Override
    public boolean isLoggingEnabled() {
        return true;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level >= 0 && level <= TRACE_WARN;
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String timestamp) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
