package org.supertransfer.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.supertransfer.callcontrol.CallControl;

/** Whether calls can come in. */
@Readiness
@ApplicationScoped
public class SipReady implements HealthCheck {
    @Resource(lookup = "java:/eis/CallControl")
    CallControl control;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sip").status(control.listening()).build();
    }
}
