package org.supertransfer.directory;

import java.util.List;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.inbound.InboundNumber;

/** What a directory file says. */
record DirectoryEntries(List<NewAgent> agents, List<User> users, List<InboundNumber> inboundNumbers) {
    /** An agent with the password that it logs in with, in clear. */
    record NewAgent(AgentProfile profile, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "NewAgent[" + profile + "]";
        }
    }
}
