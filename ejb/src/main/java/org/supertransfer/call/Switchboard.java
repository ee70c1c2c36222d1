package org.supertransfer.call;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Agents;
import org.supertransfer.callcontrol.CallControl;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.WaitingLine;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.Settings;
import org.supertransfer.store.Journal;
import org.supertransfer.store.Node;

/** What the turns of calls and transfers work with. */
@ApplicationScoped
public class Switchboard {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    /** More than any transaction lives (RFC 3261 section 17: 64 T1), so only a lost report is ever replaced. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(45);

    @Resource(lookup = "java:/eis/CallControl")
    private CallControl control;

    @Inject
    private Journal journal;

    @Inject
    private Node node;

    @Inject
    private Agents agents;

    @Inject
    private WaitingLine line;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private LiveSettings settings;

    @Inject
    private InboundNumbers numbers;

    @Inject
    private Calls calls;

    @Inject
    private Timers timers;

    @Inject
    private Clock clock;

    @Inject
    private Event<LegEnded> legEnded;

    public CallControl control() {
        return control;
    }

    public Journal journal() {
        return journal;
    }

    public Node node() {
        return node;
    }

    public Agents agents() {
        return agents;
    }

    public WaitingLine line() {
        return line;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    public Settings settings() {
        return settings.now();
    }

    public InboundNumbers numbers() {
        return numbers;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Takes an agent's phone for a call, away or not; one that this call has already is taken as well. */
    public boolean reserve(LiveCall call, String username) {
        if (call.reserved.contains(username) || agents.reserve(username, call.id())) {
            call.reserved(username);
            return true;
        }
        return false;
    }

    /** Another turn of the same call, after the present one. */
    public void later(LiveCall call, Consumer<LiveCall> turn) {
        calls.in(call.id(), turn);
    }

    /**
     * What we show outside as the caller: the inbound number that the call came by, else one that its agent answers;
     * empty when there is none.
     */
    public Optional<Party> ownNumber(LiveCall call) {
        String agent = call.agent().orElse("");
        return call.inbound()
                .or(() -> numbers.all().stream()
                        .filter(number -> number.agents().contains(agent))
                        .findFirst())
                .map(number -> new Party(number.number(), null));
    }

    /** Ends a leg; from here on it counts as gone. */
    public void hangUp(LiveCall call, LegId leg, EndCause why) {
        call.legs().leaving(leg);
        control.hangUp(leg, why);
        timers.after(call.id(), LONGEST_GOODBYE, () -> call.legs().find(leg).ifPresent(silent -> {
            LOG.warn("leg {} never said that it ended; its phone is free again", leg);
            ended(call, leg, EndCause.of(EndCause.Kind.LOST));
        }));
    }

    /** The legs' own book-keeping, the same whoever owns them. */
    void keep(LiveCall call, CallEvent.OfLeg event) {
        if (event instanceof CallEvent.Answered answered) {
            call.legs.up(answered.leg(), now());
        } else if (event instanceof CallEvent.Joined joined) {
            keepJoined(call, joined.leg());
            keepJoined(call, joined.other());
        } else if (event instanceof CallEvent.PartyHold hold) {
            keepHold(call, hold);
        } else if (event instanceof CallEvent.Ended ended) {
            ended(call, ended.leg(), ended.cause());
            call.holding.remove(ended.leg());
        }
    }

    private void ended(LiveCall call, LegId leg, EndCause cause) {
        Instant now = now();
        Instant answeredAt = call.legs.answeredAt(leg).orElse(null);
        call.legs.ended(leg, cause, now);
        legEnded.fire(new LegEnded(leg, answeredAt, now));
    }

    private static void keepHold(LiveCall call, CallEvent.PartyHold hold) {
        if (hold.held()) {
            call.holding.add(hold.leg());
        } else {
            call.holding.remove(hold.leg());
        }
    }

    private void keepJoined(LiveCall call, LegId leg) {
        call.legs.up(leg, now());
        control.snapshot(leg).ifPresent(snapshot -> call.legs.snapshot(leg, SnapshotText.of(snapshot)));
    }
}
