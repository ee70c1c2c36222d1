package org.supertransfer.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.inbound.InboundNumber;

/** What a directory file says. */
public record DirectoryEntries(List<NewAgent> agents, List<User> users, List<InboundNumber> inboundNumbers) {
    /**
     * An agent of the file.
     *
     * @param password that it logs in with, in clear; null to leave that of an agent who is there already
     * @param keepsSipPassword whether the file says nothing of the phone's password
     */
    public record NewAgent(AgentProfile profile, @Nullable String password, boolean keepsSipPassword) {
        /** Without the password. */
        @Override
        public String toString() {
            return "NewAgent[" + profile + "]";
        }
    }
}
