package org.supertransfer.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallStimulus.Kind;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.inbound.WaitingRows;

/**
 * The effects of one move: prepared before the commit, so that ids and rows are part of the step, and run after it.
 */
final class CallEffects implements CallEffect.Visitor<Runnable> {
    /** A call that an agent places may ring long, but less than an unanswered INVITE lives in the stack. */
    private static final Duration PLACED_RINGS = Duration.ofSeconds(180);

    private final Switchboard board;
    private final LiveCall call;
    private final CallEngine engine;
    private final List<Runnable> actions = new ArrayList<>();

    CallEffects(Switchboard board, LiveCall call, CallEngine engine) {
        this.board = board;
        this.call = call;
        this.engine = engine;
    }

    void prepare(CallEffect effect) {
        actions.add(effect.accept(this));
    }

    void run() {
        actions.forEach(Runnable::run);
    }

    @Override
    public Runnable dial(CallEffect.Dial effect) {
        return switch (effect.party()) {
            case AGENT -> dialAgent();
            case OTHER -> dialOther();
        };
    }

    private Runnable dialAgent() {
        Optional<Dialling> dialling = Dialling.toAgent(board, call, Optional.ofNullable(call.offeredTo));
        return dialling.map(ready -> begin(ready, CallParty.AGENT))
                .orElseGet(() -> fails(Kind.AGENT_GONE, EndCause.Kind.UNREACHABLE));
    }

    private Runnable dialOther() {
        Route wanted = call.wanted;
        if (wanted == null) {
            return fails(Kind.OTHER_GONE, EndCause.Kind.NOT_FOUND);
        }
        Optional<String> agent = wanted.username();
        if (agent.isPresent() && !board.reserve(call, agent.get())) {
            boolean reachable = board.agents().reachable(agent.get());
            return fails(Kind.OTHER_GONE, reachable ? EndCause.Kind.BUSY : EndCause.Kind.NO_ANSWER);
        }
        return begin(Dialling.placed(board, call, wanted), CallParty.OTHER);
    }

    private Runnable begin(Dialling dialling, CallParty party) {
        call.legs.begin(dialling.leg(), dialling.request().caller(), board.now());
        remember(party, dialling.leg().id());
        return () -> board.control().dial(dialling.request());
    }

    private Runnable fails(Kind kind, EndCause.Kind why) {
        return () -> engine.handleLater(call, new CallStimulus(kind, EndCause.of(why)));
    }

    @Override
    public Runnable join(CallEffect.Join effect) {
        LegId agent = call.agentLeg;
        LegId other = call.otherLeg;
        OperationId operation = OperationId.random();
        call.operation = operation;
        if (agent == null || other == null) {
            return fails(Kind.NOT_JOINED, EndCause.Kind.MEDIA);
        }
        return () -> board.control().join(agent, other, operation);
    }

    @Override
    public Runnable hold(CallEffect.Hold effect) {
        LegId leg = leg(effect.party());
        call.operation = null;
        return leg == null ? () -> {} : () -> board.control().hold(leg, OperationId.random());
    }

    @Override
    public Runnable hangUp(CallEffect.HangUp effect) {
        LegId leg = leg(effect.party());
        remember(effect.party(), null);
        if (leg == null) {
            return () -> {};
        }
        return () -> board.hangUp(call, leg, effect.why());
    }

    @Override
    public Runnable waitOn(CallEffect.WaitOn effect) {
        LegId caller = call.otherLeg;
        return () -> {
            if (caller != null) {
                board.control().ring(caller, RingTone.QUEUED);
            }
            board.line().again(call.id());
            board.dispatcher().wake();
        };
    }

    @Override
    public Runnable leaveQueue(CallEffect.LeaveQueue effect) {
        if (board.line().find(call.id()).isEmpty()) {
            return () -> {};
        }
        call.add(WaitingRows.leave(call.id()));
        call.row.queueDeadline = null;
        return () -> board.line().leave(call.id());
    }

    @Override
    public Runnable startDeadline(CallEffect.StartDeadline effect) {
        Deadline deadline = effect.deadline();
        return () -> call.alarms.start(deadline, length(deadline), () -> engine.handle(call, over(deadline)));
    }

    @Override
    public Runnable stopDeadline(CallEffect.StopDeadline effect) {
        return () -> call.alarms.stop(effect.deadline());
    }

    private Duration length(Deadline deadline) {
        return switch (deadline) {
            case SIGNALLING -> board.settings().deadlines().signalling();
            case RING, RECALL -> board.settings().deadlines().ring();
            case QUEUE -> board.settings().deadlines().queue();
            case ANSWER -> PLACED_RINGS;
        };
    }

    static CallStimulus over(Deadline deadline) {
        return CallStimulus.of(
                switch (deadline) {
                    case SIGNALLING -> Kind.SIGNALLING_DEADLINE;
                    case RING, RECALL, ANSWER -> Kind.RING_DEADLINE;
                    case QUEUE -> Kind.QUEUE_DEADLINE;
                });
    }

    private @Nullable LegId leg(CallParty party) {
        return party == CallParty.AGENT ? call.agentLeg : call.otherLeg;
    }

    private void remember(CallParty party, @Nullable LegId leg) {
        if (party == CallParty.AGENT) {
            call.agentLeg = leg;
        } else {
            call.otherLeg = leg;
        }
    }
}
