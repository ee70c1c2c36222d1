package org.supertransfer.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Agents;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundNumbers;

/** Who has which number of the house; all in memory, so that a look-up needs no database. */
@ApplicationScoped
public class Directory {
    @Inject
    private UserRows rows;

    @Inject
    private Agents agents;

    @Inject
    private InboundNumbers inboundNumbers;

    private volatile List<User> users = List.of();

    /** Reads the users again. */
    public void load() {
        users = rows.all();
    }

    public List<User> users() {
        return users;
    }

    /** An agent, a user or an inbound number, tried in this order; empty when the number is none of ours. */
    public Optional<Entry> whoHas(String number) {
        return agents.byExtension(number)
                .map(Directory::entry)
                .or(() -> user(number))
                .or(() -> inbound(number));
    }

    /** An agent by username. */
    public Optional<Entry> agent(String username) {
        return agents.profile(username).map(Directory::entry);
    }

    /** The contact of a user's phone. */
    public Optional<String> contact(String number) {
        return users.stream()
                .filter(user -> user.number().equals(number))
                .findFirst()
                .map(User::contact);
    }

    public Optional<Entry> user(String number) {
        return users.stream()
                .filter(user -> user.number().equals(number))
                .findFirst()
                .map(Directory::entry);
    }

    public Optional<Entry> inbound(String number) {
        return inboundNumbers.find(number).map(Directory::entry);
    }

    private static Entry entry(AgentProfile agent) {
        return new Entry(TargetType.AGENT, agent.username(), agent.name(), agent.extension());
    }

    private static Entry entry(User user) {
        return new Entry(TargetType.USER, user.number(), user.name(), user.number());
    }

    private static Entry entry(InboundNumber number) {
        return new Entry(TargetType.INBOUND, number.number(), number.name(), number.number());
    }

    /**
     * Somebody of the house.
     *
     * @param type AGENT, USER or INBOUND
     * @param id a username for an agent, else the number
     */
    public record Entry(TargetType type, String id, String name, String number) {}
}
