package org.supertransfer.agent;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do now.
 *
 * @param wanted AVAILABLE or AWAY, as the agent chose or as two unanswered offers decided
 * @param contacts how many phones are reachable
 * @param callId the call that has its phone, null when idle
 * @param missed unanswered offers in a row
 * @param version grows with every change of what is stored or shown
 */
record AgentStatus(
        Availability wanted, int contacts, @Nullable String callId, int missed, Instant idleSince, long version) {
    private static final int MISSED_TO_AWAY = 2;

    Availability availability() {
        if (callId != null) {
            return Availability.BUSY;
        }
        return contacts == 0 ? Availability.OFFLINE : wanted;
    }

    boolean takenBy(String call) {
        return Objects.equals(callId, call);
    }

    AgentStatus wanting(Availability chosen) {
        return new AgentStatus(chosen, contacts, callId, 0, idleSince, version + 1);
    }

    AgentStatus reachableAt(int count) {
        return new AgentStatus(wanted, count, callId, missed, idleSince, version + 1);
    }

    AgentStatus takenFor(String call) {
        return new AgentStatus(wanted, contacts, call, missed, idleSince, version + 1);
    }

    AgentStatus answering() {
        return new AgentStatus(wanted, contacts, callId, 0, idleSince, version + 1);
    }

    AgentStatus idle(Instant now) {
        return new AgentStatus(wanted, contacts, null, missed, now, version + 1);
    }

    /** After an offer that was not answered; the phone stays taken until its leg is gone. */
    AgentStatus missing() {
        boolean away = missed + 1 >= MISSED_TO_AWAY;
        return new AgentStatus(
                away ? Availability.AWAY : wanted, contacts, callId, away ? 0 : missed + 1, idleSince, version + 1);
    }
}
