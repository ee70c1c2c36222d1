package org.supertransfer.phones;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A digest challenge, or the answer to one, as parameters (RFC 7616 sections 3.3 and 3.4).
 *
 * @param parameters names in lower case, values without quotes
 */
record Challenge(Map<String, String> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");

    /** Reads a header's value that begins with {@code Digest}; empty for another scheme. */
    static Optional<Challenge> parse(String value) {
        if (!value.regionMatches(true, 0, "Digest ", 0, 7)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(value.substring(7));
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String text = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : matcher.group(3);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), text);
        }
        return Optional.of(new Challenge(Map.copyOf(parameters)));
    }

    /** The challenge to answer with these credentials: their own algorithm first, MD5 otherwise. */
    static Optional<Challenge> choose(List<String> values, Credentials credentials) {
        List<Challenge> known = new ArrayList<>();
        values.forEach(value -> parse(value).ifPresent(known::add));
        return known.stream()
                .filter(challenge -> challenge.algorithm().equalsIgnoreCase(credentials.algorithm()))
                .findFirst()
                .or(() -> known.stream()
                        .filter(challenge -> challenge.algorithm().equalsIgnoreCase("MD5"))
                        .findFirst());
    }

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    @Nullable
    String orNull(String name) {
        return parameters.get(name);
    }

    /** MD5 when none is named (RFC 7616 section 3.3). */
    String algorithm() {
        return parameters.getOrDefault("algorithm", "MD5");
    }

    boolean offersAuth() {
        for (String option : get("qop").split(",")) {
            if (option.strip().equals("auth")) {
                return true;
            }
        }
        return false;
    }
}
