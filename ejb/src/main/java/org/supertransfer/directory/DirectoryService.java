package org.supertransfer.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Role;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.WaitingLine;

/** The directory's front door. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DirectoryService {
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");

    @Inject
    private Directory directory;

    @Inject
    private Agents agents;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private WaitingLine line;

    /**
     * The targets of one type, by name; never the asking agent itself.
     *
     * @param type AGENT, USER or INBOUND; there is no list of NUMBERs
     * @param query a part of the name, the number (spaced or not) or the team, null or empty for all
     */
    public List<TargetView> targets(String username, TargetType type, @Nullable String query) {
        String part = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
        return all(username, type).filter(target -> matches(target, part)).toList();
    }

    private static boolean matches(TargetView target, String part) {
        String team = target.team() == null ? "" : target.team();
        return target.name().toLowerCase(Locale.ROOT).contains(part)
                || hasNumber(target, part)
                || team.toLowerCase(Locale.ROOT).contains(part);
    }

    /** Numbers are shown in groups, and typed as they are read. */
    private static boolean hasNumber(TargetView target, String part) {
        String digits = GAPS.matcher(part).replaceAll("");
        return !digits.isEmpty() && target.number().contains(digits);
    }

    private Stream<TargetView> all(String username, TargetType type) {
        return switch (type) {
            case AGENT ->
                agents.profiles().stream()
                        .filter(agent -> agent.roles().contains(Role.AGENT))
                        .filter(agent -> !agent.username().equals(username))
                        .map(this::agent);
            case USER -> directory.users().stream().map(DirectoryService::user);
            case INBOUND -> inbound();
            case NUMBER -> Stream.empty();
        };
    }

    private TargetView agent(AgentProfile agent) {
        return new TargetView(
                TargetType.AGENT,
                agent.username(),
                agent.name(),
                agent.extension(),
                agents.availability(agent.username()),
                agents.since(agent.username()),
                null,
                agent.team());
    }

    /** A user's phone does not register, so nothing is known about it. */
    private static TargetView user(User user) {
        return new TargetView(
                TargetType.USER, user.number(), user.name(), user.number(), Availability.AVAILABLE, null, null, null);
    }

    /** One look at everybody who waits, for all numbers together. */
    private Stream<TargetView> inbound() {
        Map<String, WaitingLine.Queue> queues = line.queues();
        return inboundNumbers.all().stream()
                .map(number -> inbound(number, queues.getOrDefault(number.number(), WaitingLine.Queue.EMPTY)));
    }

    private TargetView inbound(InboundNumber number, WaitingLine.Queue queue) {
        return new TargetView(
                TargetType.INBOUND,
                number.number(),
                number.name(),
                number.number(),
                inboundNumbers.availability(number),
                null,
                new TargetView.Queue(queue.length(), queue.since(), inboundNumbers.freeAgents(number)),
                null);
    }
}
