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
    static final String PREFIX = "supertransfer.";

    private final Properties values;

    SettingsReader(Properties values) {
        this.values = values;
    }

    Settings read() {
        return new Settings(
                deadlines(),
                seconds(Tunable.PULL_BACK_SECONDS),
                fallback(),
                country(),
                directory(),
                text("sip.domain", "supertransfer.local"),
                rehearsal(),
                whomToAsk());
    }

    private Deadlines deadlines() {
        Duration ring = seconds(Tunable.RING_SECONDS);
        return new Deadlines(
                seconds(Tunable.NO_ANSWER_SECONDS),
                seconds(Tunable.RECALL_SECONDS),
                seconds(Tunable.SIGNALLING_SECONDS),
                ring,
                seconds(Tunable.QUEUE_SECONDS, Tunable.LONGEST_UNANSWERED - (int) ring.toSeconds()));
    }

    private Duration seconds(Tunable setting) {
        return seconds(setting, setting.most());
    }

    private Duration seconds(Tunable setting, int most) {
        String value = text(setting);
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= setting.least() && seconds <= most) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        throw new BadSetting(variable(setting.key()), value, "whole seconds from " + setting.least() + " to " + most);
    }

    private BlindFallback fallback() {
        String value = text(Tunable.BLIND_FALLBACK);
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

    private String whomToAsk() {
        String value = text(Tunable.WHOM_TO_ASK);
        if (value.length() > Tunable.LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw new BadSetting(
                    variable(Tunable.WHOM_TO_ASK.key()),
                    value,
                    "one line of at most " + Tunable.LONGEST_TEXT + " characters");
        }
        return value;
    }

    private String text(Tunable setting) {
        return text(setting.key(), setting.otherwise());
    }

    private String text(String name, String otherwise) {
        String value = values.getProperty(PREFIX + name, "").trim();
        return value.isEmpty() ? otherwise : value;
    }

    static String variable(String name) {
        return "ST_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
