package org.supertransfer.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.AgentView;
import org.supertransfer.call.CallService;
import org.supertransfer.problem.Refused;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.web.live.Frames.Truth;

/** Asks the services for what an agent's page has to show. */
@ApplicationScoped
public class LiveSnapshot {
    private static final Set<String> SUPERVISORS = Set.of("supervisor", "admin");

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

    /** Whether this person supervises now; not somebody who is deleted. */
    boolean supervises(String username) {
        try {
            return supervises(agents.me(username));
        } catch (Refused gone) {
            return false;
        }
    }

    static boolean supervises(AgentView me) {
        return me.roles().stream().anyMatch(SUPERVISORS::contains);
    }
}
