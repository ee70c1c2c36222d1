package org.supertransfer.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.supertransfer.call.HealthService;

/** Whether calls can come in. */
@Readiness
@ApplicationScoped
public class SipReady implements HealthCheck {
    @Inject
    HealthService health;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sip").status(health.sipListening()).build();
    }
}
