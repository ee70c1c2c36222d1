package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Handover;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.store.RowChange;

/** Writes a transfer's moves: one fenced update, its lines and messages, and, at the end, the call's own move. */
@ApplicationScoped
class TransferSteps {
    @Inject
    private Switchboard board;

    @Inject
    private Handover handover;

    @Inject
    private Ends ends;

    /**
     * What a step has written.
     *
     * @param shown whether the view is another one now
     * @param then what is to be done after the effects
     */
    record Written(boolean shown, List<TransferMessage> messages, Runnable then) {}

    Written begin(LiveCall call, LiveTransfer transfer, Decision decision, TransferEffects effects) {
        move(transfer, decision);
        List<RowChange> rows = new ArrayList<>();
        rows.add(TransferRows.insert(transfer.row.copy()));
        Told told = tell(transfer, decision, new From(null, "BEGIN"), rows);
        rows.add(handover.counted(call));
        rows.addAll(effects.rows());
        board.journal().begin(rows, closing(call, transfer, effects));
        transfer.snapshot = decision.next();
        transfer.publish(told.moments(), told.messages());
        return new Written(true, told.messages(), () -> {});
    }

    private List<RowChange> closing(LiveCall call, LiveTransfer transfer, TransferEffects effects) {
        TransferRecord row = transfer.row.copy();
        List<RowChange> rows = new ArrayList<>();
        rows.add(NotBegun.counted(row, call.transfers()));
        rows.add(NotBegun.transfer(row, board.now()));
        rows.addAll(effects.undoneRows());
        return rows;
    }

    @SuppressWarnings("TooManyParameters")
    Written step(LiveCall call, LiveTransfer transfer, Decision decision, Stimulus stimulus, List<RowChange> effects) {
        From from = new From(transfer.row.state, stimulus.kind().name());
        long was = transfer.row.version;
        move(transfer, decision);
        List<RowChange> rows = new ArrayList<>();
        rows.add(TransferRows.update(transfer.row.copy(), was));
        Told told = tell(transfer, decision, from, rows);
        rows.addAll(effects);
        Runnable then = () -> {};
        if (decision.next().state().isEnding()) {
            Handover.Return back = ends.giveBack(call, transfer, decision.next());
            rows.addAll(back.rows());
            then = back.then();
        } else {
            rows.addAll(call.takeUnwritten());
        }
        board.journal().step(rows);
        transfer.snapshot = decision.next();
        transfer.publish(told.moments(), told.messages());
        return new Written(transfer.row.version != was, told.messages(), then);
    }

    /** A line in the timeline that is no move of the rules. */
    void note(LiveCall call, LiveTransfer transfer, String what, int sipStatus) {
        Told told = new Told(new ArrayList<>(), new ArrayList<>());
        List<RowChange> rows = new ArrayList<>(call.takeUnwritten());
        TransferHistoryRecord line = line(transfer, new From(transfer.row.state, what), null, told);
        line.sipStatus = sipStatus;
        rows.add(TransferRows.line(line));
        board.journal().step(rows);
        transfer.publish(List.of(TransferViews.momentOf(line)), List.of());
    }

    private void move(LiveTransfer transfer, Decision decision) {
        set(transfer, decision.next());
        if (transfer.showsChange() || !decision.notices().isEmpty()) {
            transfer.row.version++;
        }
    }

    private void set(LiveTransfer transfer, TransferSnapshot next) {
        TransferRecord row = transfer.row;
        row.state = next.state().name();
        row.recallUsed = next.recallUsed();
        row.transferorLeg = leg(transfer, TransferParty.TRANSFEROR);
        row.transfereeLeg = leg(transfer, TransferParty.TRANSFEREE);
        row.targetLeg = leg(transfer, TransferParty.TARGET);
        row.operation = transfer.joining == null ? null : transfer.joining.value();
        if (next.state().isEnding()) {
            end(row, next);
        }
    }

    private void end(TransferRecord row, TransferSnapshot next) {
        TransferReason reason = next.reason();
        row.liveCallId = null;
        row.deadlineKind = null;
        row.deadlineAt = null;
        row.endedAt = board.now();
        row.outcome = next.state().name();
        row.reason = reason == null || next.state() == TransferState.COMPLETED ? null : reason.code();
    }

    private static @Nullable String leg(LiveTransfer transfer, TransferParty party) {
        return transfer.leg(party).map(LegId::value).orElse(null);
    }

    private record From(@Nullable String state, String stimulus) {}

    private record Told(List<TransferView.Moment> moments, List<TransferMessage> messages) {}

    /** One line for each message, or one for a move that tells nothing. */
    private Told tell(LiveTransfer transfer, Decision decision, From from, List<RowChange> rows) {
        Told told = new Told(new ArrayList<>(), new ArrayList<>());
        for (Notice notice : decision.notices()) {
            told.messages()
                    .add(message(
                            transfer,
                            notice,
                            transfer.messages().size() + told.messages().size() + 1));
            line(transfer, from, notice, told, rows);
        }
        if (decision.notices().isEmpty()) {
            line(transfer, from, null, told, rows);
        }
        told.messages().forEach(message -> rows.add(TransferRows.message(message)));
        return told;
    }

    private TransferMessage message(LiveTransfer transfer, Notice notice, long number) {
        TransferReason reason = notice.reason();
        Map<String, String> params = reason == null ? Map.of() : Map.of("reason", reason.code());
        return new TransferMessage(transfer.row.transferor, transfer.id(), number, notice.code(), params, board.now());
    }

    @SuppressWarnings("TooManyParameters")
    private void line(LiveTransfer transfer, From from, @Nullable Notice notice, Told told, List<RowChange> rows) {
        TransferHistoryRecord line = line(transfer, from, notice, told);
        told.moments().add(TransferViews.momentOf(line));
        rows.add(TransferRows.line(line));
    }

    private TransferHistoryRecord line(LiveTransfer transfer, From from, @Nullable Notice notice, Told told) {
        Instant now = board.now();
        TransferReason reason = notice == null ? null : notice.reason();
        TransferHistoryRecord line = new TransferHistoryRecord();
        line.id = new TransferLineId(
                transfer.id(), transfer.timeline().size() + told.moments().size() + 1L);
        line.version = transfer.row.version;
        line.at = now;
        line.fromState = from.state();
        line.stimulus = from.stimulus();
        line.state = transfer.row.state;
        line.code = notice == null ? null : notice.code().name();
        line.reason = reason == null ? transfer.row.reason : reason.code();
        line.sipStatus = transfer.row.sipStatus;
        return line;
    }
}
