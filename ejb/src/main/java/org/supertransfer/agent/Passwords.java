package org.supertransfer.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.supertransfer.settings.Settings;

/** What a password has to be, whoever chooses it. */
@ApplicationScoped
public class Passwords {
    private static final int SHORTEST = 8;

    @Inject
    private Settings settings;

    /** Why it will not do, in one English sentence; empty when it will. */
    public Optional<String> weakness(String password) {
        return excess(password).or(() -> shortness(password));
    }

    /** Why it cannot be kept; empty when it can. */
    public static Optional<String> excess(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > PasswordHash.MOST_BYTES
                ? Optional.of("A password has at most " + PasswordHash.MOST_BYTES + " bytes.")
                : Optional.empty();
    }

    /** Why it is easily guessed; empty when it is not. In rehearsal anything does that is not empty. */
    private Optional<String> shortness(String password) {
        int shortest = settings.rehearsal() ? 1 : SHORTEST;
        return password.codePointCount(0, password.length()) < shortest
                ? Optional.of("A password has at least " + shortest + " characters.")
                : Optional.empty();
    }

    public String hash(String password) {
        return PasswordHash.of(password, settings.rehearsal());
    }
}
