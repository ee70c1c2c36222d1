package org.supertransfer.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.supertransfer.settings.Settings;

/** Gives the numbering plan of the country that the admin chose. */
@ApplicationScoped
class NumberPlanSource {
    @Produces
    @Singleton
    static NumberPlan plan(Settings settings) {
        return new NumberPlan(settings.country());
    }
}
