package org.supertransfer.settings;

/** A value that cannot be used; the message is the one line for the admin. */
public class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param variable the environment variable, ST_…
     * @param allowed what it may be, to follow "allowed:"
     */
    public BadSetting(String variable, String value, String allowed) {
        super(variable + "=" + value + " cannot be used; allowed: " + allowed);
    }
}
