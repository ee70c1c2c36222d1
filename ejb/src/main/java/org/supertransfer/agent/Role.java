package org.supertransfer.agent;

import java.util.Locale;

/** What a person may do; the text in the database and in the security domain is the lower-case name. */
public enum Role {
    AGENT,
    SUPERVISOR,
    ADMIN;

    /** As the database, the security domain and REST spell it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
