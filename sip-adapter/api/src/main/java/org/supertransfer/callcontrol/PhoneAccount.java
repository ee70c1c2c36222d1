package org.supertransfer.callcontrol;

import org.jspecify.annotations.Nullable;

/**
 * An agent's account with the registrar. A phone may register as its username or its extension.
 *
 * @param username the digest username and the name in {@link Destination.Phones}
 * @param extension the short number, an alias of the username in addresses
 * @param password the digest password; null when the phone cannot register
 * @param contact a fixed SIP address for a phone that does not register, null otherwise
 */
public record PhoneAccount(String username, String extension, @Nullable String password, @Nullable String contact) {
    /** Without the password. */
    @Override
    public String toString() {
        return "PhoneAccount[" + username + ", " + extension + "]";
    }
}
