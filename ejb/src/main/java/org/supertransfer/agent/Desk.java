package org.supertransfer.agent;

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
    private volatile AgentStatus status;

    Desk(Loaded loaded) {
        this.profile = loaded.profile();
        this.status = loaded.status();
    }

    /** An agent as read at the start. */
    record Loaded(AgentProfile profile, AgentStatus status) {}

    AgentProfile profile() {
        return profile;
    }

    AgentStatus status() {
        return status;
    }

    void speak(String language) {
        profile = profile.withLanguage(language);
    }

    /**
     * Moves when the condition holds and the write succeeds.
     *
     * @return whether it moved
     */
    synchronized boolean move(
            Predicate<AgentStatus> condition,
            Function<AgentStatus, AgentStatus> successor,
            BiConsumer<AgentStatus, AgentStatus> write) {
        AgentStatus was = status;
        if (!condition.test(was)) {
            return false;
        }
        AgentStatus now = successor.apply(was);
        try {
            write.accept(was, now);
        } catch (Fenced e) {
            LOG.error("agent {} belongs to another node or run now, nothing changed", profile.username(), e);
            return false;
        }
        status = now;
        return true;
    }

    AgentView view() {
        AgentStatus now = status;
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
        AgentStatus now = status;
        return new PresenceChanged(profile.username(), profile.name(), now.availability(), now.version());
    }
}
