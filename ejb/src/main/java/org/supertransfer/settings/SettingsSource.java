package org.supertransfer.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the settings, and the clock, to whoever injects them. */
@ApplicationScoped
class SettingsSource {
    @Produces
    @Singleton
    static Settings settings() {
        return new SettingsReader(System.getProperties()).read();
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
