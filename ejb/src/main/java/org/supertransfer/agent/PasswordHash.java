package org.supertransfer.agent;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** What is kept of a password: bcrypt. Made and compared outside any transaction where it can be, for it takes its time. */
final class PasswordHash {
    private static final int REHEARSAL_COST = 4;
    private static final int COST = 10;

    private PasswordHash() {}

    static String of(String password, boolean rehearsal) {
        return BCrypt.withDefaults().hashToString(cost(rehearsal), password.toCharArray());
    }

    /** As a power of two. */
    static int cost(boolean rehearsal) {
        return rehearsal ? REHEARSAL_COST : COST;
    }

    /** Never with an empty hash. */
    static boolean matches(String password, String hash) {
        return !hash.isEmpty()
                && BCrypt.verifyer()
                        .verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8))
                        .verified;
    }
}
