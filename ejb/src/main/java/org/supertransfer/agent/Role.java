package org.supertransfer.agent;

/** What a person may do; the text in the database and in the security domain is the lower-case name. */
public enum Role {
    AGENT,
    SUPERVISOR,
    ADMIN
}
