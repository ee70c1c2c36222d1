package org.supertransfer.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings}; stops at the first value that cannot be used. */
final class SettingsReader {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** The stack forgets a caller's unanswered INVITE after 240 s; it must have been answered or refused before. */
    private static final int LONGEST_UNANSWERED = 219;

    private final Properties values;

    SettingsReader(Properties values) {
        this.values = values;
    }

    Settings read() {
        return new Settings(
                deadlines(),
                Duration.ofSeconds(seconds("pull-back-seconds", 10, 0, 3600)),
                fallback(),
                country(),
                directory(),
                text("sip.domain", "supertransfer.local"),
                rehearsal());
    }

    private Deadlines deadlines() {
        int ring = seconds("ring-seconds", 20, 1, LONGEST_UNANSWERED - 1);
        return new Deadlines(
                Duration.ofSeconds(seconds("no-answer-seconds", 20, 1, 3600)),
                Duration.ofSeconds(seconds("recall-seconds", 20, 1, 3600)),
                Duration.ofSeconds(seconds("signalling-seconds", 15, 1, 300)),
                Duration.ofSeconds(ring),
                Duration.ofSeconds(seconds("queue-seconds", 120, 1, LONGEST_UNANSWERED - ring)));
    }

    private int seconds(String name, int otherwise, int least, int most) {
        String value = text(name, String.valueOf(otherwise));
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= least && seconds <= most) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        throw new BadSetting(variable(name), value, "whole seconds from " + least + " to " + most);
    }

    private BlindFallback fallback() {
        String value = text("blind-fallback", "queue");
        for (BlindFallback each : BlindFallback.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new BadSetting(variable("blind-fallback"), value, "queue, recall or hangup");
    }

    private String country() {
        String value = text("country", "FI");
        if (!COUNTRIES.contains(value)) {
            throw new BadSetting(variable("country"), value, "an ISO 3166 code of two capital letters, such as FI");
        }
        return value;
    }

    private @Nullable Path directory() {
        String value = text("directory-file", "");
        if (value.isEmpty()) {
            return null;
        }
        try {
            Path file = Path.of(value);
            if (Files.isReadable(file) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // said below, with what is allowed
        }
        throw new BadSetting(variable("directory-file"), value, "the path of a JSON file that can be read");
    }

    private boolean rehearsal() {
        String value = text("rehearsal", "false");
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new BadSetting(variable("rehearsal"), value, "true or false");
    }

    private String text(String name, String otherwise) {
        String value = values.getProperty("supertransfer." + name, "").trim();
        return value.isEmpty() ? otherwise : value;
    }

    private static String variable(String name) {
        return "ST_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
