package org.supertransfer.sip.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the legs log as an error is one: a lane swallows what its tasks throw. Keeps the console still meanwhile. */
public final class LoggedErrors extends Handler implements AutoCloseable {
    private static final Logger SIP = Logger.getLogger("org.supertransfer.sip");

    private final List<String> seen = new ArrayList<>();

    public LoggedErrors() {
        SIP.addHandler(this);
        SIP.setUseParentHandlers(false);
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
        SIP.removeHandler(this);
        SIP.setUseParentHandlers(true);
    }
}
