package org.supertransfer.agent;

import at.favre.lib.crypto.bcrypt.BCrypt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.supertransfer.settings.Settings;

/** A password that nobody has, checked where there is no user whose password could be: for the time it takes. */
@ApplicationScoped
class Decoy {
    private static final byte[] GUESS = "guess".getBytes(StandardCharsets.UTF_8);

    @Inject
    private Settings settings;

    private byte @Nullable [] hash;

    void check() {
        BCrypt.verifyer().verify(GUESS, hash());
    }

    /** Of the cost of a real one, made when it is first wanted. */
    private synchronized byte[] hash() {
        if (hash == null) {
            int cost = PasswordHash.cost(settings.rehearsal());
            hash = BCrypt.withDefaults().hash(cost, "decoy".toCharArray());
        }
        return hash;
    }
}
