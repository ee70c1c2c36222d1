package org.supertransfer.agent;

import org.jspecify.annotations.Nullable;

/**
 * An agent's passwords, on their way in.
 *
 * @param passwordHash of the one that it logs in with, null when it stays as it is
 * @param sipPassword the phone's in clear, for digest needs it; null when it stays as it is, empty when there is to be none
 */
public record Secrets(@Nullable String passwordHash, @Nullable String sipPassword) {
    public static final Secrets UNCHANGED = new Secrets(null, null);

    @Override
    public String toString() {
        return "Secrets";
    }
}
