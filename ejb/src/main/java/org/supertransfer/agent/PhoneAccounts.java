package org.supertransfer.agent;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.supertransfer.callcontrol.CallControl;
import org.supertransfer.callcontrol.PhoneAccount;

/** Tells the registrar which phones may register. */
@ApplicationScoped
public class PhoneAccounts {
    @Resource(lookup = "java:/eis/CallControl")
    private CallControl control;

    @Inject
    private Agents agents;

    /** From now on these and no others: a phone of somebody who is gone is refused, and its registration ends. */
    public void publish() {
        control.accounts(agents.profiles().stream().map(PhoneAccounts::account).toList());
    }

    private static PhoneAccount account(AgentProfile agent) {
        return new PhoneAccount(agent.username(), agent.extension(), agent.sipPassword(), agent.contact());
    }
}
