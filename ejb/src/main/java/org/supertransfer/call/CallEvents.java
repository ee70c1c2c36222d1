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

    @Inject
    private Calls calls;

    @Inject
    private CallEngine engine;

    @Inject
    private IncomingCalls incoming;

    void take(CallEvent event) {
        if (event instanceof CallEvent.RegistrationChanged registration) {
            mailboxes.post(
                    "agent " + registration.username(),
                    () -> agents.registered(registration.username(), registration.contacts()));
        } else if (event instanceof CallEvent.Incoming call) {
            calls.begin(call.call().value(), () -> incoming.begin(call));
        } else if (event instanceof CallEvent.OfLeg ofLeg) {
            calls.in(ofLeg.call().value(), call -> engine.event(call, ofLeg));
        }
    }
}
