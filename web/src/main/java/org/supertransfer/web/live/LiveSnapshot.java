package org.supertransfer.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.supertransfer.agent.AgentService;
import org.supertransfer.call.CallService;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.web.live.Frames.Truth;

/** Asks the services for what an agent's page has to show. */
@ApplicationScoped
public class LiveSnapshot {
    @Inject
    AgentService agents;

    @Inject
    CallService calls;

    @Inject
    TransferService transfers;

    Truth of(String username) {
        return new Truth(
                agents.me(username),
                calls.liveCalls(username),
                transfers.recent(username),
                transfers.recentMessages(username),
                agents.presence());
    }
}
