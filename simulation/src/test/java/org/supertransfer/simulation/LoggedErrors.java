package org.supertransfer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged as an error is one: lanes and mailboxes swallow what their tasks throw. Keeps the console still meanwhile. */
public final class LoggedErrors extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("org.supertransfer");

    private final List<String> seen = new ArrayList<>();

    public LoggedErrors() {
        OURS.addHandler(this);
        OURS.setUseParentHandlers(false);
        OURS.setLevel(Level.WARNING);
    }

    public List<String> seen() {
        return seen;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            Throwable thrown = entry.getThrown();
            String where =
                    thrown == null || thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
            seen.add(entry.getMessage() + ": " + thrown + where);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        OURS.removeHandler(this);
        OURS.setUseParentHandlers(true);
        OURS.setLevel(null);
    }
}
