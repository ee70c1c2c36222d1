package org.supertransfer.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A setting that an admin may change while the server runs, with what it may be. */
public enum Tunable {
    NO_ANSWER_SECONDS(20, 1, 3600),
    RECALL_SECONDS(20, 1, 3600),
    SIGNALLING_SECONDS(15, 1, 60),
    RING_SECONDS(20, 1, Tunable.LONGEST_UNANSWERED - 1),
    QUEUE_SECONDS(120, 1, Tunable.LONGEST_UNANSWERED - 1),
    PULL_BACK_SECONDS(10, 0, 3600),
    BLIND_FALLBACK("queue", List.of("queue", "recall", "hangup")),
    WHOM_TO_ASK("", List.of());

    /** The stack forgets a caller's unanswered INVITE after 240 s; it must have been answered or refused before. */
    static final int LONGEST_UNANSWERED = 219;

    /** Characters of a text. */
    static final int LONGEST_TEXT = 200;

    private final String otherwise;
    private final int least;
    private final int most;
    private final List<String> choices;

    Tunable(int otherwise, int least, int most) {
        this.otherwise = String.valueOf(otherwise);
        this.least = least;
        this.most = most;
        this.choices = List.of();
    }

    Tunable(String otherwise, List<String> choices) {
        this.otherwise = otherwise;
        this.least = 0;
        this.most = 0;
        this.choices = choices;
    }

    /** As in the property and in REST, for example {@code ring-seconds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Tunable> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Whether it is a number of seconds. */
    public boolean isSeconds() {
        return most > 0;
    }

    public int least() {
        return least;
    }

    /** Together a ring and a queue are also limited: see {@link LiveSettings#most}. */
    public int most() {
        return most;
    }

    /** What it can be; empty for numbers and free text. */
    public List<String> choices() {
        return choices;
    }

    /** Whether an admin may choose that there is none. */
    public boolean mayBeEmpty() {
        return otherwise.isEmpty();
    }

    /** Its value when nobody says anything. */
    String otherwise() {
        return otherwise;
    }
}
