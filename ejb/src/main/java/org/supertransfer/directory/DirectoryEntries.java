package org.supertransfer.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.inbound.InboundNumber;

/** What a directory file says. */
public record DirectoryEntries(List<NewAgent> agents, List<User> users, List<InboundNumber> inboundNumbers) {
    /** The agents of the file who have another extension now, by username. */
    public List<String> moving(Collection<AgentCard> now) {
        Map<String, String> wanted = agents.stream()
                .map(NewAgent::profile)
                .collect(Collectors.toMap(AgentProfile::username, AgentProfile::extension));
        return now.stream()
                .filter(agent -> !agent.extension().equals(wanted.getOrDefault(agent.username(), agent.extension())))
                .map(AgentCard::username)
                .toList();
    }

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
