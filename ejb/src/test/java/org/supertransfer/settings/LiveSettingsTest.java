package org.supertransfer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
    private final Properties environment = new Properties();
    private final LiveSettings settings = new LiveSettings(environment);

    @Test
    void nobodySaidAnything_isTheDefault() {
        assertThat(settings.source(Tunable.RING_SECONDS)).isEqualTo(LiveSettings.Source.DEFAULT);
        assertThat(settings.value(Tunable.RING_SECONDS)).isEqualTo("20");
        assertThat(settings.now().deadlines().ring()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void adminsChoice_goesBeforeTheEnvironment_andCanBeTakenBack() {
        environment.setProperty("supertransfer.ring-seconds", "30");
        assertThat(settings.source(Tunable.RING_SECONDS)).isEqualTo(LiveSettings.Source.ENVIRONMENT);
        settings.choose(Tunable.RING_SECONDS, "40");
        assertThat(settings.source(Tunable.RING_SECONDS)).isEqualTo(LiveSettings.Source.ADMIN);
        assertThat(settings.now().deadlines().ring()).isEqualTo(Duration.ofSeconds(40));
        settings.choose(Tunable.RING_SECONDS, null);
        assertThat(settings.value(Tunable.RING_SECONDS)).isEqualTo("30");
        assertThat(settings.now().deadlines().ring()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void ringAndQueueTogether_staysWithinWhatACallerMayWait() {
        assertThat(settings.most(Tunable.RING_SECONDS)).isEqualTo(99);
        settings.choose(Tunable.RING_SECONDS, "99");
        assertThatThrownBy(() -> settings.choose(Tunable.RING_SECONDS, "100"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("allowed");
        assertThat(settings.now().deadlines().ring()).isEqualTo(Duration.ofSeconds(99));
        assertThat(settings.most(Tunable.QUEUE_SECONDS)).isEqualTo(120);
    }

    @Test
    void uselessChoice_isRefusedWithTheLimitsOfTheEnvironment() {
        assertThatThrownBy(() -> settings.check(Tunable.BLIND_FALLBACK, "voicemail"))
                .hasMessageContaining("queue, recall or hangup");
        assertThatThrownBy(() -> settings.check(Tunable.NO_ANSWER_SECONDS, "0")).hasMessageContaining("1 to 3600");
        assertThatThrownBy(() -> settings.check(Tunable.BLIND_FALLBACK, "")).hasMessageContaining("not empty");
        assertThatThrownBy(() -> settings.check(Tunable.WHOM_TO_ASK, "two\nlines"))
                .hasMessageContaining("one line");
    }

    @Test
    void earlierChoiceThatFitsNoMore_isLeftOut() {
        environment.setProperty("supertransfer.queue-seconds", "200");
        environment.setProperty("supertransfer.ring-seconds", "10");
        settings.load(Map.of(Tunable.RING_SECONDS, "90", Tunable.PULL_BACK_SECONDS, "0"));
        assertThat(settings.now().deadlines().ring()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.now().pullBack()).isEqualTo(Duration.ZERO);
    }

    @Test
    void earlierChoicesThatFitTogether_areTakenUp_thoughOneOfThemDoesNotFitTheEnvironment() {
        settings.load(new EnumMap<>(
                Map.of(Tunable.QUEUE_SECONDS, "60", Tunable.RING_SECONDS, "150", Tunable.PULL_BACK_SECONDS, "-1")));
        assertThat(settings.now().deadlines().ring()).isEqualTo(Duration.ofSeconds(150));
        assertThat(settings.now().deadlines().queue()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.source(Tunable.PULL_BACK_SECONDS)).isEqualTo(LiveSettings.Source.DEFAULT);
    }
}
