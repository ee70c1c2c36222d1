package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Leg;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Redirects;
import org.supertransfer.call.Route;
import org.supertransfer.call.Switchboard;
import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.inbound.InboundNumber;

/** The turns of a transfer: stimulus, decision, step, effects, news. All in the call's mailbox. */
@ApplicationScoped
class TransferEngine {
    private static final Logger LOG = LoggerFactory.getLogger(TransferEngine.class);

    @Inject
    private Switchboard board;

    @Inject
    private TransferSteps steps;

    @Inject
    private TransferNews news;

    @Inject
    private TargetQueue queue;

    @Inject
    private Redirects redirects;

    @Inject
    private Targets targets;

    @Inject
    private ReferReports referReports;

    @Inject
    private TransferCosts costs;

    Switchboard board() {
        return board;
    }

    TransferCosts costs() {
        return costs;
    }

    TargetQueue queue() {
        return queue;
    }

    /** One stimulus; whatever its effects bring with them comes in turns of its own. */
    Verdict handle(LiveCall call, LiveTransfer transfer, Stimulus stimulus) {
        TransferSnapshot was = transfer.snapshot.with(circumstances(call, transfer));
        Decision decision = TransferRules.decide(was, stimulus);
        if (decision.verdict() != Verdict.MOVED) {
            transfer.snapshot = decision.next();
            referReports.tell(transfer, was, decision.next());
            LOG.debug("{} in {}: {}", stimulus.kind(), was.state(), decision.verdict());
            return decision.verdict();
        }
        TransferEffects effects = new TransferEffects(this, call, transfer);
        decision.effects().forEach(effects::prepare);
        TransferSteps.Written written = steps.step(call, transfer, decision, stimulus, effects.rows());
        log(transfer, was.state().name(), stimulus.kind().name());
        referReports.tell(transfer, was, decision.next());
        effects.run();
        written.then().run();
        if (decision.next().state().isEnding()) {
            leaveConsultation(call, transfer);
        }
        news.tell(transfer, written, false);
        return Verdict.MOVED;
    }

    /**
     * The first step.
     *
     * @param takeLegs run after the commit and before any effect
     * @throws org.supertransfer.store.DatabaseSilent when it was not written, or perhaps was
     * @throws org.supertransfer.store.RowConflict when the id is used
     */
    void begin(LiveCall call, LiveTransfer transfer, Decision decision, Runnable takeLegs) {
        try (MDC.MDCCloseable named = MDC.putCloseable("transfer", transfer.id())) {
            first(call, transfer, decision, takeLegs);
        }
    }

    private void first(LiveCall call, LiveTransfer transfer, Decision decision, Runnable takeLegs) {
        TransferEffects effects = new TransferEffects(this, call, transfer);
        decision.effects().forEach(effects::prepare);
        TransferSteps.Written written;
        try {
            written = steps.begin(call, transfer, decision, effects);
        } catch (RuntimeException e) {
            effects.undo();
            throw e;
        }
        log(transfer, "", "BEGIN");
        takeLegs.run();
        effects.run();
        news.tell(transfer, written, true);
    }

    /** The transferor's phone needs the line on which it called the target no longer. */
    private void leaveConsultation(LiveCall call, LiveTransfer transfer) {
        call.legs()
                .find(transfer.consulting)
                .filter(leg -> leg.stage() != Leg.Stage.LEAVING)
                .ifPresent(leg -> board.hangUp(
                        call, leg.id(), EndCause.of(leg.isUp() ? EndCause.Kind.TRANSFERRED : EndCause.Kind.CANCELLED)));
    }

    /** The target's phone sends the call elsewhere: followed where the transferor might have transferred to himself. */
    void redirected(LiveCall call, LiveTransfer transfer, CallEvent.Redirected event) {
        Optional<Caller> transferor = board.agents()
                .profile(transfer.row.transferor)
                .map(agent -> new Caller(agent.username(), agent.roles()));
        List<Route> ways =
                transferor.map(caller -> redirects.follow(call, caller, event)).orElse(List.of());
        if (!ways.isEmpty()) {
            List<Target> reached = ways.stream()
                    .map(way -> targets.reached(transferor.orElseThrow(), way))
                    .toList();
            costs.redirected(event.leg(), transfer, reached);
            steps.note(call, transfer, "TARGET_REDIRECTS", event.status());
            LOG.info("transfer={} v={} target redirects with {}", transfer.id(), transfer.row.version, event.status());
        }
        board.control()
                .redirect(
                        event.leg(),
                        ways.stream()
                                .map(way -> TransferDialling.redirected(board, call, transfer, event.leg(), way))
                                .toList());
    }

    /** What a decision needs to know of the world. */
    Circumstances circumstances(LiveCall call, LiveTransfer transfer) {
        String transferor = transfer.row.transferor;
        boolean ours = call.hasReserved(transferor);
        boolean free = ours || board.agents().availability(transferor) != Availability.BUSY;
        var until = transfer.row.pullBackUntil;
        return new Circumstances(
                until != null && board.now().isBefore(until),
                board.agents().reachable(transferor) && free,
                queueAvailable(call, transfer));
    }

    /** A queue whose number was deleted meanwhile has nobody who would come. */
    private boolean queueAvailable(LiveCall call, LiveTransfer transfer) {
        String target = transfer.target.isInbound() ? transfer.target.route().id() : "";
        return call.inbound()
                .map(InboundNumber::number)
                .filter(number -> !number.equals(target))
                .flatMap(board.numbers()::find)
                .isPresent();
    }

    private static void log(LiveTransfer transfer, String was, String stimulus) {
        LOG.info(
                "transfer={} v={} {} --{}--> {}",
                transfer.id(),
                transfer.row.version,
                was,
                stimulus,
                transfer.row.state);
    }
}
