package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.supertransfer.agent.Agents;
import org.supertransfer.callcontrol.CallEvent;

/** Sorts the adapter's events into mailboxes. */
@ApplicationScoped
class CallEvents {
    @Inject
    private Mailboxes mailboxes;

    @Inject
    private Agents agents;

    void take(CallEvent event) {
        if (event instanceof CallEvent.RegistrationChanged registration) {
            mailboxes.post(
                    "agent " + registration.username(),
                    () -> agents.registered(registration.username(), registration.contacts()));
        }
    }
}
