package org.supertransfer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    private final Properties values = new Properties();

    @Test
    void nothingChosen_isTheContractsDefault() {
        Settings settings = new SettingsReader(values).read();
        assertThat(settings.deadlines())
                .isEqualTo(new Deadlines(seconds(20), seconds(20), seconds(15), seconds(20), seconds(120)));
        assertThat(settings.pullBack()).isEqualTo(seconds(10));
        assertThat(settings.blindFallback()).isEqualTo(BlindFallback.QUEUE);
        assertThat(settings.country()).isEqualTo("FI");
        assertThat(settings.directoryFile()).isEmpty();
        assertThat(settings.rehearsal()).isFalse();
    }

    @Test
    void emptyValue_isAsGoodAsNone() {
        values.setProperty("supertransfer.ring-seconds", "");
        assertThat(new SettingsReader(values).read().deadlines().ring()).isEqualTo(seconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "ring-seconds, abc, ST_RING_SECONDS",
        "ring-seconds, 0, ST_RING_SECONDS",
        "queue-seconds, 200, ST_QUEUE_SECONDS",
        "blind-fallback, voicemail, ST_BLIND_FALLBACK",
        "country, fi, ST_COUNTRY",
        "rehearsal, yes, ST_REHEARSAL",
        "directory-file, /no/such/file.json, ST_DIRECTORY_FILE",
    })
    void uselessValue_isNamedWithItsVariableAndWhatIsAllowed(String name, String value, String variable) {
        values.setProperty("supertransfer." + name, value);
        assertThatThrownBy(() -> new SettingsReader(values).read())
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(variable + "=" + value)
                .hasMessageContaining("allowed: ");
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
