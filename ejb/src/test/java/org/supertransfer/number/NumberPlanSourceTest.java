package org.supertransfer.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.supertransfer.settings.BadSetting;
import org.supertransfer.settings.BlindFallback;
import org.supertransfer.settings.Deadlines;
import org.supertransfer.settings.Settings;

class NumberPlanSourceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void countryWithoutNumberingPlan_isABadSetting() {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> NumberPlanSource.plan(in("AQ")))
                .withMessage("ST_COUNTRY=AQ cannot be used; allowed: a country with a numbering plan, such as FI");
    }

    @Test
    void countryWithOne_hasItsPlan() {
        assertThat(NumberPlanSource.plan(in("SE")).look("0701234567").numberClass())
                .isEqualTo(NumberClass.MOBILE);
    }

    private static Settings in(String country) {
        Deadlines deadlines = new Deadlines(LONG, LONG, LONG, LONG, LONG);
        return new Settings(deadlines, LONG, BlindFallback.QUEUE, country, null, "supertransfer.local", false, "");
    }
}
