package org.supertransfer.sip.transport;

import gov.nist.core.StackLogger;
import java.lang.System.Logger.Level;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The stack's log, on System.Logger instead of log4j, from WARN up: an enabled lower level makes the stack build a
 * description of every message. Public with a public constructor because the stack makes it by its class name.
 */
public final class SystemStackLogger implements StackLogger {
    private static final System.Logger LOG = System.getLogger("org.supertransfer.sip.stack");
    private static final AtomicLong LAST_LINE = new AtomicLong(System.nanoTime() - 2_000_000_000L);

    @Override
    public boolean isLoggingEnabled() {
        return true;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level > TRACE_NONE && level <= TRACE_WARN;
    }

    @Override
    public void logException(@Nullable Throwable thrown) {
        log(Level.WARNING, "failed", thrown);
    }

    @Override
    public void logError(@Nullable String message) {
        log(Level.WARNING, message, null);
    }

    @Override
    public void logError(@Nullable String message, @Nullable Exception thrown) {
        log(Level.WARNING, message, thrown);
    }

    @Override
    public void logFatalError(@Nullable String message) {
        log(Level.ERROR, message, null);
    }

    @Override
    public void logWarning(@Nullable String message) {
        log(Level.DEBUG, message, null);
    }

    /** Whole messages are among what the stack reports: numbers and descriptions must not reach the log. */
    private static void log(Level level, @Nullable String message, @Nullable Throwable thrown) {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, String.valueOf(message), thrown);
        } else if (mayLog()) {
            LOG.log(
                    level,
                    firstWords(message)
                            + (thrown == null ? "" : ": " + thrown.getClass().getName()));
        }
    }

    /** At most one line a second: broken messages from outside must not fill the disk. */
    private static boolean mayLog() {
        long now = System.nanoTime();
        long last = LAST_LINE.get();
        return now - last > 1_000_000_000L && LAST_LINE.compareAndSet(last, now);
    }

    private static String firstWords(@Nullable String message) {
        String text =
                Clean.text(message).split("SIP/2.0|sip:|INVITE|>>>|\\[|<", 2)[0].strip();
        return text.isEmpty() ? "the stack reports a problem" : text;
    }

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logDebug(String message) {}

    @Override
    public void logDebug(String message, Exception thrown) {}

    @Override
    public void logTrace(String message) {}

    @Override
    public void logInfo(String message) {}

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String stamp) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return "org.supertransfer.sip.stack";
    }
}
