package org.supertransfer.simulation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's clock is the simulation's. */
@ApplicationScoped
public class SimClock {
    private static volatile VirtualTime time = new VirtualTime();
    private static volatile long days;

    /** Another run, another day: what the day before left in memory is old. */
    static void show(VirtualTime other) {
        time = other;
        days++;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    static Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.clock().instant().plus(Duration.ofDays(days));
            }
        };
    }
}
