package org.supertransfer.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The admin's choices, checked. Those that are {@link Tunable} are asked of {@link LiveSettings} each time they are used.
 *
 * @param pullBack how long a blind transfer can be cancelled; zero means never
 * @param country the numbering plan's ISO 3166 code
 * @param directory the directory file, null when there is none
 * @param sipDomain the domain of agents' addresses
 * @param whomToAsk what an agent is told whose number is not allowed, empty when nothing
 * @param rehearsal whether passwords may be weak and agents begin away
 */
public record Settings(
        Deadlines deadlines,
        Duration pullBack,
        BlindFallback blindFallback,
        String country,
        @Nullable Path directory,
        String sipDomain,
        boolean rehearsal,
        String whomToAsk) {
    public Optional<Path> directoryFile() {
        return Optional.ofNullable(directory);
    }
}
