package org.supertransfer.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.Journal;
import org.supertransfer.store.Node;

/**
 * All agents with their live states. The memory is what decides, one agent at a time; each change is written by a
 * conditional update before it counts, so a phone is never reserved twice.
 */
@ApplicationScoped
public class Agents {
    @Inject
    private AgentRows rows;

    @Inject
    private Journal journal;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    @Inject
    private Event<PresenceChanged> changed;

    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    /** Reads all agents and makes their states this run's; nobody is on a call. */
    public void load(boolean everybodyAway) {
        rows.openStates(node.fence(), everybodyAway, clock.instant());
        rows.all().forEach(loaded -> desks.put(loaded.profile().username(), new Desk(loaded)));
    }

    /** Knows these as the rows say now: new ones come, and those on a call go on. Whoever is as before is not told of. */
    public void refresh(Collection<String> usernames) {
        rows.these(usernames).forEach(loaded -> {
            Desk desk = new Desk(loaded);
            Desk known = desks.putIfAbsent(loaded.profile().username(), desk);
            if (known == null) {
                changed.fire(desk.presence());
            } else {
                renew(known, loaded.profile());
            }
        });
    }

    private void renew(Desk desk, AgentProfile profile) {
        AgentProfile was = desk.profile();
        int more = fixedContacts(profile) - fixedContacts(was);
        boolean renamed = !profile.name().equals(was.name());
        desk.renew(profile);
        change(
                profile.username(),
                status -> renamed || more != 0,
                status -> status.reachableAt(status.contacts() + more));
    }

    /**
     * Forgets an agent who is on no call.
     *
     * @param deletion of the rows; nobody offers the agent anything meanwhile
     * @return false when the agent is on a call, and nothing was done
     */
    public boolean remove(String username, Runnable deletion) {
        Desk desk = desks.get(username);
        boolean gone = desk != null && desk.leave(deletion);
        if (gone) {
            desks.remove(username);
        }
        return gone;
    }

    public Collection<AgentProfile> profiles() {
        return desks.values().stream()
                .map(Desk::profile)
                .sorted(Comparator.comparing(AgentProfile::name))
                .toList();
    }

    public Optional<AgentProfile> profile(String username) {
        return Optional.ofNullable(desks.get(username)).map(Desk::profile);
    }

    public Optional<AgentProfile> byExtension(String extension) {
        return profiles().stream()
                .filter(profile -> profile.extension().equals(extension))
                .findFirst();
    }

    /** OFFLINE for somebody unknown. */
    public Availability availability(String username) {
        Desk desk = desks.get(username);
        return desk == null ? Availability.OFFLINE : desk.status().availability();
    }

    /** Since when it is what {@link #availability} says; null for somebody unknown. */
    public @Nullable Instant since(String username) {
        Desk desk = desks.get(username);
        return desk == null ? null : desk.since();
    }

    /** Whether a phone could be rung, be the agent on a call or not. */
    public boolean reachable(String username) {
        Desk desk = desks.get(username);
        return desk != null && desk.status().contacts() > 0;
    }

    /** The longest idle of those who could take a call now, longest first. */
    public List<String> availableOf(Collection<String> usernames) {
        return usernames.stream()
                .filter(username -> availability(username) == Availability.AVAILABLE)
                .sorted(Comparator.comparing((String username) -> idleSince(username)))
                .toList();
    }

    /** Takes the phone of an available agent for a call; false when it is not free any more. */
    public boolean offer(String username, String callId) {
        return change(
                username, status -> status.availability() == Availability.AVAILABLE, status -> status.takenFor(callId));
    }

    /** Takes the phone of an agent, away or not, when it can be reached and no call has it. */
    public boolean reserve(String username, String callId) {
        return change(
                username,
                status -> status.callId() == null && status.contacts() > 0,
                status -> status.takenFor(callId));
    }

    /** The agent itself begins a call: its phone is in use, perhaps for another call too. */
    public void occupy(String username, String callId) {
        change(username, status -> !status.isOn(callId), status -> status.takenFor(callId));
    }

    /** The agent answered an offer. */
    public void answered(String username) {
        change(username, status -> status.missed() > 0, AgentStatus::answering);
    }

    /** The agent did not answer an offer; the second time in a row makes it AWAY. */
    public void missed(String username) {
        change(username, status -> true, AgentStatus::missing);
    }

    /** The agent's last leg of this call is gone; idle when that was the last of all. */
    public void release(String username, String callId) {
        change(username, status -> status.isOn(callId), status -> status.releasedFrom(callId, clock.instant()));
    }

    /** What the agent's phone is in use for in this call, it is in the other one from here on. */
    public void hand(String username, String from, String into) {
        change(username, status -> status.isOn(from), status -> status.handed(from, into));
    }

    /** How many phones of this account are registered now; a fixed contact counts as one more. */
    public void registered(String username, int contacts) {
        int fixed = profile(username).map(Agents::fixedContacts).orElse(0);
        change(
                username,
                status -> status.contacts() != contacts + fixed,
                status -> status.reachableAt(contacts + fixed));
    }

    public void want(String username, Availability wanted) {
        change(username, status -> status.wanted() != wanted || status.missed() > 0, status -> status.wanting(wanted));
    }

    public void speak(String username, String language) {
        Desk desk = desks.get(username);
        if (desk != null) {
            rows.language(username, language);
            desk.speak(language);
        }
    }

    /** Gives an agent these roles and no others. */
    void grant(String username, Set<Role> roles) {
        Desk desk = desks.get(username);
        if (desk != null && !desk.profile().roles().equals(roles)) {
            desk.grant(roles, () -> rows.roles(username, roles));
        }
    }

    public Optional<AgentView> view(String username) {
        return Optional.ofNullable(desks.get(username)).map(Desk::view);
    }

    public List<PresenceChanged> presence() {
        return desks.values().stream().map(Desk::presence).toList();
    }

    private static int fixedContacts(AgentProfile profile) {
        return profile.contact() == null ? 0 : 1;
    }

    private Instant idleSince(String username) {
        Desk desk = desks.get(username);
        return desk == null ? Instant.MAX : desk.status().idleSince();
    }

    private boolean change(
            String username, Predicate<AgentStatus> condition, Function<AgentStatus, AgentStatus> successor) {
        Desk desk = desks.get(username);
        if (desk == null) {
            return false;
        }
        boolean moved = desk.move(
                clock.instant(),
                condition,
                successor,
                (was, now) -> journal.step(List.of(AgentStateRecord.update(username, was, now, node.fence()))));
        if (moved) {
            changed.fire(desk.presence());
        }
        return moved;
    }
}
