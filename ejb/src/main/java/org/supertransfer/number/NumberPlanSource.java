package org.supertransfer.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.supertransfer.settings.BadSetting;
import org.supertransfer.settings.Settings;

/** Gives the numbering plan of the country that the admin chose. */
@ApplicationScoped
class NumberPlanSource {
    @Produces
    @Singleton
    static NumberPlan plan(Settings settings) {
        try {
            return new NumberPlan(settings.country());
        } catch (IllegalArgumentException e) {
            throw new BadSetting("ST_COUNTRY", settings.country(), "a country with a numbering plan, such as FI");
        }
    }
}
