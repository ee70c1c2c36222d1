package org.supertransfer.agent;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do now.
 *
 * @param wanted AVAILABLE or AWAY, as the agent chose or as two unanswered offers decided
 * @param contacts how many phones are reachable
 * @param calls that its phone is in use for, the earliest first; a phone may begin further ones by itself
 * @param missed unanswered offers in a row
 * @param version grows with every change of what is stored or shown
 */
record AgentStatus(Availability wanted, int contacts, List<String> calls, int missed, Instant idleSince, long version) {
    private static final int MISSED_TO_AWAY = 2;

    Availability availability() {
        if (callId() != null) {
            return Availability.BUSY;
        }
        return contacts == 0 ? Availability.OFFLINE : wanted;
    }

    /** The call that has its phone, null when idle; the only one of them that is stored. */
    @Nullable
    String callId() {
        return calls.isEmpty() ? null : calls.get(0);
    }

    boolean isOn(String call) {
        return calls.contains(call);
    }

    AgentStatus wanting(Availability chosen) {
        return new AgentStatus(chosen, contacts, calls, 0, idleSince, version + 1);
    }

    AgentStatus reachableAt(int count) {
        return new AgentStatus(wanted, count, calls, missed, idleSince, version + 1);
    }

    AgentStatus takenFor(String call) {
        List<String> more = Stream.concat(calls.stream(), Stream.of(call)).toList();
        return new AgentStatus(wanted, contacts, more, missed, idleSince, version + 1);
    }

    /** Idle when it was the last call; else the next one has the phone. */
    AgentStatus releasedFrom(String call, Instant now) {
        List<String> rest = calls.stream().filter(each -> !each.equals(call)).toList();
        return new AgentStatus(wanted, contacts, rest, missed, rest.isEmpty() ? now : idleSince, version + 1);
    }

    AgentStatus handed(String from, String into) {
        List<String> renamed = calls.stream()
                .map(each -> each.equals(from) ? into : each)
                .distinct()
                .toList();
        return new AgentStatus(wanted, contacts, renamed, missed, idleSince, version + 1);
    }

    AgentStatus answering() {
        return new AgentStatus(wanted, contacts, calls, 0, idleSince, version + 1);
    }

    /** After an offer that was not answered; the phone stays taken until its leg is gone. */
    AgentStatus missing() {
        boolean away = missed + 1 >= MISSED_TO_AWAY;
        return new AgentStatus(
                away ? Availability.AWAY : wanted, contacts, calls, away ? 0 : missed + 1, idleSince, version + 1);
    }
}
