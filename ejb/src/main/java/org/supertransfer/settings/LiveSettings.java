package org.supertransfer.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings as they are at this moment: the environment's, with what an admin chose in their place. Whoever uses a
 * deadline or a fallback asks anew each time.
 */
@ApplicationScoped
public class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final Properties environment;
    private volatile Map<Tunable, String> chosen = Map.of();
    private volatile @Nullable Settings read;

    public LiveSettings() {
        this(System.getProperties());
    }

    LiveSettings(Properties environment) {
        this.environment = environment;
    }

    public Settings now() {
        Settings known = read;
        if (known == null) {
            known = read(chosen);
            read = known;
        }
        return known;
    }

    /** Where a value comes from. */
    public enum Source {
        DEFAULT,
        ENVIRONMENT,
        ADMIN
    }

    public Source source(Tunable setting) {
        if (chosen.containsKey(setting)) {
            return Source.ADMIN;
        }
        return fromEnvironment(setting).isEmpty() ? Source.DEFAULT : Source.ENVIRONMENT;
    }

    /** As text. */
    public String value(Tunable setting) {
        String mine = chosen.get(setting);
        String theirs = fromEnvironment(setting);
        return mine != null ? mine : theirs.isEmpty() ? setting.otherwise() : theirs;
    }

    /** The most that a number of seconds can be, as the others are now. */
    public int most(Tunable setting) {
        Deadlines deadlines = now().deadlines();
        return switch (setting) {
            case RING_SECONDS ->
                Tunable.LONGEST_UNANSWERED - (int) deadlines.queue().toSeconds();
            case QUEUE_SECONDS ->
                Tunable.LONGEST_UNANSWERED - (int) deadlines.ring().toSeconds();
            case NO_ANSWER_SECONDS,
                    RECALL_SECONDS,
                    SIGNALLING_SECONDS,
                    PULL_BACK_SECONDS,
                    BLIND_FALLBACK,
                    WHOM_TO_ASK -> setting.most();
        };
    }

    /**
     * Checks one more choice, without making it.
     *
     * @param value null for the environment's
     * @throws BadSetting when it cannot be used, alone or together with the others
     */
    public void check(Tunable setting, @Nullable String value) {
        read(with(setting, value));
    }

    /**
     * Makes a choice, from the next call on.
     *
     * @param value null for the environment's
     * @throws BadSetting as {@link #check}
     */
    public synchronized void choose(Tunable setting, @Nullable String value) {
        Map<Tunable, String> next = with(setting, value);
        read = read(next);
        chosen = next;
    }

    /**
     * Takes up what was chosen in an earlier run, as far as it fits the environment of this one. What does not fit at
     * first is tried again when the others are taken up: a long ring may need the short queue that was chosen with it.
     */
    public void load(Map<Tunable, String> earlier) {
        Map<Tunable, String> again = new EnumMap<>(Tunable.class);
        earlier.forEach((setting, value) -> takeUp(setting, value).ifPresent(why -> again.put(setting, value)));
        again.forEach((setting, value) -> takeUp(setting, value)
                .ifPresent(why -> LOG.warn("the admin's {} is not used: {}", setting.key(), why.getMessage())));
    }

    /** Says why it was not taken up; empty when it was. */
    private Optional<BadSetting> takeUp(Tunable setting, String value) {
        try {
            choose(setting, value);
            return Optional.empty();
        } catch (BadSetting e) {
            return Optional.of(e);
        }
    }

    private Map<Tunable, String> with(Tunable setting, @Nullable String value) {
        Map<Tunable, String> next = new EnumMap<>(Tunable.class);
        next.putAll(chosen);
        if (value == null) {
            next.remove(setting);
        } else {
            next.put(setting, value);
        }
        return next;
    }

    private Settings read(Map<Tunable, String> choices) {
        Properties values = new Properties();
        environment.stringPropertyNames().forEach(name -> values.setProperty(name, environment.getProperty(name)));
        choices.forEach((setting, value) -> {
            if (value.isBlank() && !setting.mayBeEmpty()) {
                throw new BadSetting(SettingsReader.variable(setting.key()), value, "a value that is not empty");
            }
            values.setProperty(SettingsReader.PREFIX + setting.key(), value);
        });
        return new SettingsReader(values).read();
    }

    private String fromEnvironment(Tunable setting) {
        return environment
                .getProperty(SettingsReader.PREFIX + setting.key(), "")
                .trim();
    }
}
