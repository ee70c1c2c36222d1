package org.supertransfer.sip;

/** A configured value that cannot be used. Its message names the variable, the value and what is allowed. */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSetting(String variable, String value, String allowed) {
        super(variable + "=" + value + " cannot be used; allowed: " + allowed);
    }
}
