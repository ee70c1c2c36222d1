package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.Waiting;
import org.supertransfer.store.RowChange;

/** How a call's legs go to a transfer and come back. All in the call's mailbox. */
@ApplicationScoped
public class Handover {
    @Inject
    private CallSteps steps;

    @Inject
    private Queueing queueing;

    @Inject
    private Switchboard board;

    @Inject
    private CallEngine engine;

    /** The row change that counts one more transfer of this call. */
    public RowChange counted(LiveCall call) {
        return CallRows.transfers(call.row.copy(), call.row.transfers + 1);
    }

    /** From here on the transfer owns every leg. */
    public void take(LiveCall call, Takeover transfer) {
        call.row.transfers++;
        call.takeover = transfer;
        call.operation = null;
        call.alarms.stopAll();
    }

    /**
     * Two go on talking after a transfer.
     *
     * @param pending the join that is under way, null when they are joined
     */
    public record Talk(LegId agentLeg, LegId otherLeg, @Nullable OperationId pending) {}

    /** What belongs to the transfer's last step, and what is to be done after it. */
    public record Return(List<RowChange> rows, Runnable then) {}

    /** The call goes on between these two. */
    public Return talking(LiveCall call, Talk talk, String outcome) {
        call.agentLeg = talk.agentLeg();
        call.otherLeg = talk.otherLeg();
        call.operation = talk.pending();
        call.legs.find(talk.otherLeg()).ifPresent(leg -> rename(call, leg.who()));
        boolean joined = talk.pending() == null;
        CallSnapshot next = new CallSnapshot(CallState.UP, Side.ON, Side.ON, joined);
        return new Return(steps.change(call, next, outcome, null), () -> {
            call.takeover = null;
            if (!joined) {
                call.alarms.start(
                        Deadline.SIGNALLING,
                        board.settings().deadlines().signalling(),
                        () -> engine.handle(call, CallEffects.over(Deadline.SIGNALLING)));
            }
        });
    }

    /** The caller waits again in the queue that the call came by, with its place. */
    public Return waiting(LiveCall call, LegId caller, InboundNumber number, String outcome) {
        call.agentLeg = null;
        call.otherLeg = caller;
        Waiting waiting = queueing.prepare(call, number, Set.of());
        CallSnapshot next = new CallSnapshot(CallState.WAITING, Side.ABSENT, Side.ON, false);
        return new Return(steps.change(call, next, outcome, null), () -> {
            call.takeover = null;
            queueing.enter(call, waiting);
        });
    }

    /** Nobody is left; all legs are hung up or gone. */
    public Return over(LiveCall call, String outcome, @Nullable String reason) {
        call.agentLeg = null;
        call.otherLeg = null;
        CallSnapshot next = new CallSnapshot(CallState.ENDED, Side.ABSENT, Side.ABSENT, false);
        return new Return(steps.change(call, next, outcome, reason), () -> call.takeover = null);
    }

    private static void rename(LiveCall call, CallView.PartyView who) {
        call.row.partyNumber = who.number();
        call.row.partyName = who.name();
    }
}
