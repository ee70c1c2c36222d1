package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Handover;
import org.supertransfer.call.Leg;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Loan;
import org.supertransfer.call.Route;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.ReferId;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.DatabaseSilent;
import org.supertransfer.store.Fence;
import org.supertransfer.store.RowConflict;

/** Takes an order in the call's turn: looks at the call as it is now, refuses, or begins the transfer. */
@ApplicationScoped
class TransferOrders {
    private static final int MOST_TRANSFERS = 10;

    @Inject
    private Switchboard board;

    @Inject
    private Targets targets;

    @Inject
    private TransferEngine engine;

    @Inject
    private LiveTransfers transfers;

    @Inject
    private Handover handover;

    @Inject
    private TransferCosts costs;

    /** @throws Refused as {@link TransferService#put} says, in its order */
    LiveTransfer begin(LiveCall call, Caller caller, UUID id, TransferOrder order) {
        return begin(call, caller, new Asked(id, order, null));
    }

    /**
     * What is asked for, and by what.
     *
     * @param refer the phone's REFER, which is accepted when the transfer has begun; null for a page
     */
    record Asked(UUID id, TransferOrder order, @Nullable ReferId refer) {}

    /** @throws Refused as {@link TransferService#put} says, in its order */
    LiveTransfer begin(LiveCall call, Caller caller, Asked asked) {
        TransferOrder order = asked.order();
        Leg transferor = Targets.transferorLeg(caller, call, MOST_TRANSFERS);
        Leg transferee = partner(call, transferor);
        Target target = targets.resolve(caller, order, transferee);
        TransferPlan plan = new TransferPlan(order.method(), order.consult(), target.isInbound(), fallback());
        LiveTransfer transfer = transfer(call, caller, asked, target, plan);
        transfer.legs.put(TransferParty.TRANSFEROR, transferor.id());
        transfer.legs.put(TransferParty.TRANSFEREE, transferee.id());
        transfer.transferee = transferee.who();
        start(call, transfer, TransferRules.begin(plan, engine.circumstances(call, transfer)), () -> {});
        return transfer;
    }

    /**
     * Begins a transfer to whom the transferor's phone has called itself.
     *
     * @throws Refused as {@link #begin} does
     */
    LiveTransfer consulted(LiveCall call, Caller caller, Asked asked, Loan loan) {
        Leg transferor = Targets.transferorLeg(caller, call, MOST_TRANSFERS);
        Leg transferee = partner(call, transferor);
        Target target = loan.called()
                ? targets.resolve(caller, asked.order(), transferee)
                : Target.house(new Route(
                        TargetType.NUMBER, loan.far().who().number(), loan.far().who(), null));
        TransferPlan plan = new TransferPlan(TransferMethod.ATTENDED, loan.answered(), false, fallback());
        LiveTransfer transfer = transfer(call, caller, asked, target, plan);
        transfer.legs.put(TransferParty.TRANSFEROR, transferor.id());
        transfer.legs.put(TransferParty.TRANSFEREE, transferee.id());
        transfer.transferee = transferee.who();
        transfer.legs.put(TransferParty.TARGET, loan.far().id());
        transfer.consulting = loan.own().id();
        Decision first = TransferRules.consulted(plan, engine.circumstances(call, transfer), loan.answered());
        start(call, transfer, first, () -> {
            call.legs().take(loan.own(), loan.from().legs());
            call.legs().take(loan.far(), loan.from().legs());
            if (loan.far().outside()) {
                costs.watch(loan.far().id(), transfer);
            }
            board.control().merge(loan.from().callId(), call.callId());
        });
        return transfer;
    }

    private static Leg partner(LiveCall call, Leg transferor) {
        return call.legs()
                .find(partnerOf(call, transferor.id()))
                .orElseThrow(() -> new Refused(Refusal.CALL_NOT_CONNECTED, "There is nobody to transfer."));
    }

    /** @param takeLegs run after the commit and before any effect */
    private void start(LiveCall call, LiveTransfer transfer, Decision decision, Runnable takeLegs) {
        try {
            engine.begin(call, transfer, decision, () -> {
                if (transfer.refer != null) {
                    board.control().acceptRefer(transfer.refer);
                }
                transfers.add(transfer);
                takeLegs.run();
                handover.take(call, new TransferTakeover(engine, call, transfer));
            });
        } catch (DatabaseSilent e) {
            throw new Refused(
                    Refusal.UNAVAILABLE, "The database does not answer; send the same request again to learn.");
        } catch (RowConflict e) {
            throw new Refused(Refusal.ID_USED, "This id is used by another transfer.");
        }
    }

    private static @Nullable LegId partnerOf(LiveCall call, LegId transferor) {
        boolean agentsSide = call.agentLeg().filter(transferor::equals).isPresent();
        return (agentsSide ? call.otherLeg() : call.agentLeg()).orElse(null);
    }

    private Fallback fallback() {
        return switch (board.settings().blindFallback()) {
            case QUEUE -> Fallback.QUEUE;
            case RECALL -> Fallback.RECALL;
            case HANGUP -> Fallback.HANGUP;
        };
    }

    @SuppressWarnings("TooManyParameters")
    private LiveTransfer transfer(LiveCall call, Caller caller, Asked asked, Target target, TransferPlan plan) {
        TransferOrder order = asked.order();
        TransferRecord row = new TransferRecord();
        row.id = asked.id().toString();
        row.callId = call.id();
        row.liveCallId = call.id();
        row.transferor = caller.username();
        ordered(row, order);
        aimed(row, target);
        timed(row, order, board.now());
        Fence fence = board.node().fence();
        row.owner = fence.owner();
        row.epoch = fence.epoch();
        LiveTransfer transfer = new LiveTransfer(
                row,
                order,
                target,
                TransferRules.begin(plan, new Circumstances(false, false, false))
                        .next());
        transfer.refer = asked.refer();
        return transfer;
    }

    private static void ordered(TransferRecord row, TransferOrder order) {
        row.method = order.method().name();
        row.consult = order.consult();
        row.confirmed = order.confirmed();
        row.askedType = order.target().type().name();
        row.askedId = order.target().id();
        row.askedNumber = order.target().number();
        row.note = order.note();
    }

    private static void aimed(TransferRecord row, Target target) {
        TransferView.TargetView view = target.view();
        row.targetType = view.type().name();
        row.targetId = view.id();
        row.targetName = view.name();
        row.targetNumber = view.number();
        row.chargedAs(target);
    }

    private void timed(TransferRecord row, TransferOrder order, Instant now) {
        row.state = TransferState.HOLDING.name();
        row.startedAt = now;
        boolean canBePulledBack = order.method() == TransferMethod.BLIND
                && !board.settings().pullBack().isZero();
        row.pullBackUntil = canBePulledBack ? now.plus(board.settings().pullBack()) : null;
    }
}
