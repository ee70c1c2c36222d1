package org.supertransfer.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.supertransfer.call.HealthService;

/** Whether the database can be reached. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    @Inject
    HealthService health;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(health.databaseReachable())
                .build();
    }
}
