package org.supertransfer.agent;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** What is kept of a password: bcrypt. Made and compared outside any transaction where it can be, for it takes its time. */
final class PasswordHash {
    /** What bcrypt looks at: more would be cut without a word. */
    static final int MOST_BYTES = 71;

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

    /** Never with an empty hash, nor when it is longer than any password can be. */
    static boolean matches(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return !hash.isEmpty()
                && bytes.length <= MOST_BYTES
                && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.UTF_8)).verified;
    }
}
