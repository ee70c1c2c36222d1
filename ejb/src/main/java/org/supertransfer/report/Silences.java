package org.supertransfer.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.supertransfer.call.CallState;
import org.supertransfer.transfer.TransferState;

/** For how long a customer heard nobody. What overlaps counts once: a call that is transferred while it is on hold. */
final class Silences {
    private static final Set<CallState> WAITING = EnumSet.of(CallState.WAITING, CallState.OFFERED);

    private final CallLine call;
    private final Instant end;
    private final List<FateView.Step> moves;
    private final List<FateView.Transfer> transfers;

    /** @param now the end of what still goes on */
    Silences(CallLine call, Instant now, List<FateView.Step> moves, List<FateView.Transfer> transfers) {
        this.call = call;
        this.end = call.endedAt() == null ? now : call.endedAt();
        this.moves = moves;
        this.transfers = transfers;
    }

    private record Span(Instant from, Instant to) {}

    /** On hold, and in transfers on their way until somebody was joined; aside, the transferor talks to the customer. */
    Duration held() {
        List<Span> spans = inCall(CallState.HELD::equals);
        transfers.forEach(each -> spans.addAll(inTransfer(each)));
        return union(spans);
    }

    Duration waited() {
        return union(inCall(WAITING::contains));
    }

    private List<Span> inCall(Predicate<CallState> silent) {
        List<Span> spans = new ArrayList<>();
        CallState state = moves.isEmpty() ? call.state() : moves.get(0).from();
        Instant since = call.beganAt();
        for (FateView.Step move : moves) {
            if (silent.test(state)) {
                spans.add(new Span(since, move.at()));
            }
            state = move.to();
            since = move.at();
        }
        if (silent.test(state)) {
            spans.add(new Span(since, end));
        }
        return spans;
    }

    private List<Span> inTransfer(FateView.Transfer transfer) {
        List<Span> spans = new ArrayList<>();
        TransferState state = TransferState.ASIDE;
        Instant since = transfer.transfer().startedAt();
        for (FateView.Line line : transfer.lines()) {
            if (silent(state)) {
                spans.add(new Span(since, line.at()));
            }
            state = line.state();
            since = line.at();
        }
        if (silent(state)) {
            spans.add(new Span(since, end));
        }
        return spans;
    }

    private static boolean silent(TransferState state) {
        return state != TransferState.ASIDE && !state.isEnding();
    }

    private static Duration union(List<Span> spans) {
        Duration sum = Duration.ZERO;
        Instant covered = Instant.MIN;
        List<Span> ordered =
                spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        for (Span span : ordered) {
            Instant from = span.from().isAfter(covered) ? span.from() : covered;
            if (span.to().isAfter(from)) {
                sum = sum.plus(Duration.between(from, span.to()));
                covered = span.to();
            }
        }
        return sum;
    }
}
