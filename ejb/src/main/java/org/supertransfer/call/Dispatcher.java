package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.PresenceChanged;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.Waiting;
import org.supertransfer.inbound.WaitingLine;

/**
 * Brings callers and agents together: the first place in a queue gets the longest idle agent. Runs in one mailbox of its
 * own, so that two callers never compete for a phone.
 */
@ApplicationScoped
public class Dispatcher {
    private static final String MAILBOX = "queues";

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private WaitingLine line;

    @Inject
    private Agents agents;

    @Inject
    private InboundNumbers numbers;

    @Inject
    private Calls calls;

    @Inject
    private CallEngine engine;

    /** Whether a look is posted that has not begun: it sees all that comes until then. */
    private final AtomicBoolean asked = new AtomicBoolean();

    /** Looks whether somebody can be offered. Does not wait; a thousand callers at once are looked at together. */
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            mailboxes.post(MAILBOX, this::look);
        }
    }

    private void look() {
        asked.set(false);
        offerAll();
    }

    void presence(@Observes PresenceChanged change) {
        if (change.availability() == Availability.AVAILABLE) {
            wake();
        }
    }

    /** Long lines wait for numbers whose agents all talk: those are asked about once. */
    private void offerAll() {
        Set<String> taken = new HashSet<>();
        for (Waiting waiting : line.inOrder()) {
            if (!taken.contains(waiting.number())) {
                agentFor(waiting).ifPresent(username -> offer(waiting, username));
                if (agents.availableOf(agentsOf(waiting)).isEmpty()) {
                    taken.add(waiting.number());
                }
            }
        }
    }

    private Set<String> agentsOf(Waiting waiting) {
        return numbers.find(waiting.number()).map(number -> number.agents()).orElse(Set.of());
    }

    private Optional<String> agentFor(Waiting waiting) {
        Set<String> wanted = new HashSet<>(agentsOf(waiting));
        wanted.removeAll(waiting.never());
        return agents.availableOf(wanted).stream()
                .filter(username -> agents.offer(username, waiting.callId()))
                .findFirst();
    }

    /** The agent's phone is reserved; if the call is gone by its turn, the reservation is given back. */
    private void offer(Waiting waiting, String username) {
        line.offered(waiting);
        calls.in(waiting.callId(), call -> offered(call, username), () -> {
            line.leave(waiting.callId());
            agents.release(username, waiting.callId());
        });
    }

    private void offered(LiveCall call, String username) {
        call.reserved(username);
        call.takeover().ifPresentOrElse(transfer -> transfer.offered(username), () -> engine.offered(call, username));
    }
}
