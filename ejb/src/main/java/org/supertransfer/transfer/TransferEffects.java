package org.supertransfer.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Deadline;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.inbound.WaitingRows;
import org.supertransfer.settings.Deadlines;
import org.supertransfer.store.RowChange;

/**
 * The effects of one move. Preparing them chooses ids, reserves phones and notes rows, all of which belong to the step;
 * running them, after the commit, touches the wire and the call. What was prepared and not written can be undone.
 */
final class TransferEffects implements Effect.Visitor<Runnable> {
    private static final Runnable NOTHING = () -> {};

    private final Switchboard board;
    private final TransferEngine engine;
    private final LiveCall call;
    private final LiveTransfer transfer;
    private final List<Runnable> actions = new ArrayList<>();
    private final List<RowChange> rows = new ArrayList<>();
    private final List<RowChange> undoneRows = new ArrayList<>();
    private final List<Runnable> undoing = new ArrayList<>();

    TransferEffects(TransferEngine engine, LiveCall call, LiveTransfer transfer) {
        this.board = engine.board();
        this.engine = engine;
        this.call = call;
        this.transfer = transfer;
    }

    void prepare(Effect effect) {
        actions.add(effect.accept(this));
    }

    /** What the step has to write for these effects. */
    List<RowChange> rows() {
        return rows;
    }

    /** What takes {@link #rows} back. */
    List<RowChange> undoneRows() {
        return undoneRows;
    }

    void run() {
        actions.forEach(Runnable::run);
    }

    void undo() {
        undoing.forEach(Runnable::run);
    }

    @Override
    public Runnable dial(Effect.Dial effect) {
        return switch (effect.party()) {
            case TARGET -> transfer.target.isInbound() ? enterQueue() : dialTarget();
            case TRANSFEROR -> dialTransferor();
            case TRANSFEREE -> throw new IllegalArgumentException("a transferee is never dialled");
        };
    }

    private Runnable enterQueue() {
        undoneRows.add(WaitingRows.leave(call.id()));
        return engine.queue().enter(call, transfer, rows);
    }

    private Runnable dialTarget() {
        Optional<String> agent = transfer.target.route().username();
        if (agent.isPresent() && !reserve(agent.get())) {
            boolean reachable = board.agents().reachable(agent.get());
            return later(Stimulus.targetGone(reachable ? TransferReason.BUSY : TransferReason.UNREACHABLE));
        }
        return begin(TransferParty.TARGET, TransferDialling.target(board, call, transfer));
    }

    private Runnable dialTransferor() {
        return reserve(transfer.row.transferor)
                ? TransferDialling.recall(board, call, transfer)
                        .map(dialling -> begin(TransferParty.TRANSFEROR, dialling))
                        .orElseGet(() -> later(Stimulus.of(Stimulus.Kind.TRANSFEROR_GONE)))
                : later(Stimulus.of(Stimulus.Kind.TRANSFEROR_GONE));
    }

    private boolean reserve(String username) {
        if (!board.reserve(call, username)) {
            return false;
        }
        undoing.add(() -> board.agents().release(username, call.id()));
        return true;
    }

    private Runnable begin(TransferParty party, TransferDialling dialling) {
        transfer.legs.put(party, dialling.leg().id());
        rows.add(call.legs().row(dialling.leg(), dialling.request().caller(), board.now()));
        undoneRows.add(NotBegun.leg(dialling.leg().id()));
        boolean charged = party == TransferParty.TARGET && dialling.leg().outside();
        return () -> {
            call.legs().put(dialling.leg());
            if (charged) {
                engine.costs().watch(dialling.leg().id(), transfer);
            }
            board.control().dial(dialling.request());
        };
    }

    private Runnable later(Stimulus stimulus) {
        return () -> board.later(call, same -> engine.handle(same, transfer, stimulus));
    }

    @Override
    public Runnable hangUp(Effect.HangUp effect) {
        LegId leg = transfer.legs.remove(effect.party());
        Runnable leave = effect.party() == TransferParty.TARGET ? engine.queue().leave(call, transfer, rows) : NOTHING;
        return () -> {
            leave.run();
            if (leg != null) {
                board.hangUp(call, leg, EndCause.of(effect.why()));
            }
        };
    }

    @Override
    public Runnable hold(Effect.Hold effect) {
        OperationId operation = OperationId.random();
        if (effect.party() == TransferParty.TRANSFEREE) {
            transfer.holding = operation;
        }
        return transfer.leg(effect.party())
                .<Runnable>map(leg -> () -> board.control().hold(leg, operation))
                .orElse(NOTHING);
    }

    @Override
    public Runnable join(Effect.Join effect) {
        LegId one = transfer.legs.get(effect.pair().one());
        LegId other = transfer.legs.get(effect.pair().other());
        if (one == null || other == null) {
            return later(Stimulus.notJoined(effect.pair()));
        }
        OperationId operation = OperationId.random();
        transfer.joining = operation;
        return () -> board.control().join(one, other, operation);
    }

    /** Done by the call as it takes its legs back. */
    @Override
    public Runnable enqueue(Effect.Enqueue effect) {
        return NOTHING;
    }

    @Override
    public Runnable startDeadline(Effect.StartDeadline effect) {
        Deadline deadline = effect.deadline();
        Duration length = length(deadline, board.settings().deadlines());
        deadline(deadline, length);
        return () -> {
            stopOwn();
            call.alarms().start(deadline, length, () -> engine.handle(call, transfer, Stimulus.over(deadline)));
        };
    }

    @Override
    public Runnable clearDeadline(Effect.ClearDeadline effect) {
        deadline(null, Duration.ZERO);
        return this::stopOwn;
    }

    private void deadline(@Nullable Deadline kind, Duration length) {
        transfer.row.deadlineKind = kind == null ? null : kind.name();
        transfer.row.deadlineAt = kind == null ? null : board.now().plus(length);
    }

    /** All but RING, which belongs to an offer of the target's queue. */
    private void stopOwn() {
        for (Deadline each : Deadline.values()) {
            if (each != Deadline.RING) {
                call.alarms().stop(each);
            }
        }
    }

    private static Duration length(Deadline deadline, Deadlines deadlines) {
        return switch (deadline) {
            case SIGNALLING -> deadlines.signalling();
            case ANSWER -> deadlines.noAnswer();
            case RECALL -> deadlines.recall();
            case RING -> deadlines.ring();
            case QUEUE -> deadlines.queue();
        };
    }
}
