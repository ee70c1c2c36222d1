package org.supertransfer.agent;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.store.Fenced;

/** One agent's place in memory; changes of one agent wait for each other, those of two agents never do. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private volatile AgentProfile profile;
    private volatile Shown shown;
    private boolean left;

    Desk(Loaded loaded) {
        this.profile = loaded.profile();
        this.shown = new Shown(loaded.status(), loaded.status().idleSince());
    }

    /** An agent as read at the start. */
    record Loaded(AgentProfile profile, AgentStatus status) {}

    /** @param since when the availability became what it is */
    private record Shown(AgentStatus status, Instant since) {
        Shown then(AgentStatus next, Instant now) {
            return new Shown(next, next.availability() == status.availability() ? since : now);
        }
    }

    AgentProfile profile() {
        return profile;
    }

    AgentStatus status() {
        return shown.status();
    }

    Instant since() {
        return shown.since();
    }

    void renew(AgentProfile changed) {
        profile = changed;
    }

    /** @return whether the agent was on no call; then the deletion is done, and the desk takes no call any more */
    synchronized boolean leave(Runnable deletion) {
        if (left || shown.status().callId() != null) {
            return false;
        }
        deletion.run();
        left = true;
        return true;
    }

    void speak(String language) {
        profile = profile.withLanguage(language);
    }

    /** The first of several requests writes. */
    synchronized void grant(Set<Role> roles, Runnable write) {
        if (!profile.roles().equals(roles)) {
            write.run();
            profile = profile.withRoles(roles);
        }
    }

    /**
     * Moves when the condition holds and the write succeeds.
     *
     * @param at the time the move is shown with
     * @return whether it moved
     */
    synchronized boolean move(
            Instant at,
            Predicate<AgentStatus> condition,
            Function<AgentStatus, AgentStatus> successor,
            BiConsumer<AgentStatus, AgentStatus> write) {
        AgentStatus was = shown.status();
        if (left || !condition.test(was)) {
            return false;
        }
        AgentStatus now = successor.apply(was);
        try {
            write.accept(was, now);
        } catch (Fenced e) {
            LOG.error("agent {} belongs to another node or run now, nothing changed", profile.username(), e);
            return false;
        }
        shown = shown.then(now, at);
        return true;
    }

    AgentView view() {
        AgentStatus now = shown.status();
        AgentProfile who = profile;
        return new AgentView(
                who.username(),
                who.name(),
                who.extension(),
                now.availability(),
                now.wanted(),
                who.language(),
                Roles.names(who.roles()),
                now.version());
    }

    PresenceChanged presence() {
        Shown now = shown;
        return new PresenceChanged(
                profile.username(),
                profile.name(),
                now.status().availability(),
                now.since(),
                now.status().version());
    }
}
