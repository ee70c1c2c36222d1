package org.supertransfer.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.directory.TargetType;
import org.supertransfer.transfer.TransferChanged;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/**
 * How each target of the house met the last transfers to it: in memory, so that a list of thousands of targets costs no
 * query. Filled from the rows at the start and by what is committed afterwards; a blind transfer counts like any other.
 */
@ApplicationScoped
public class LastAnswers {
    static final int LAST = 10;
    /** The states which a transfer reaches only when its target has answered. */
    static final Set<TransferState> ANSWERED = EnumSet.of(
            TransferState.CONSULTING, TransferState.ASIDE, TransferState.CONNECTING, TransferState.COMPLETED);

    @Inject
    private AnswerRows rows;

    @Inject
    private Clock clock;

    private final Map<Target, List<Tried>> last = new ConcurrentHashMap<>();
    /** The transfers that live, by id, and when their targets answered. */
    private final Map<String, Optional<Instant>> live = new ConcurrentHashMap<>();

    /** Somebody of the house. */
    record Target(TargetType type, String id) {}

    /** @param until how long the target took to answer; null when it did not */
    record Tried(@Nullable Duration until) {}

    /** Begins anew with what the rows say; for the start, before there is a call. */
    public void load() {
        last.clear();
        rows.newestLast().forEach(row -> keep(row.target(), row.tried()));
    }

    /** An ending counts once, whatever is told of the transfer afterwards. */
    void on(@Observes TransferChanged event) {
        TransferView transfer = event.transfer();
        if (transfer.endedAt() == null) {
            Optional<Instant> answered =
                    ANSWERED.contains(transfer.state()) ? Optional.of(clock.instant()) : Optional.empty();
            live.merge(transfer.id(), answered, (before, now) -> before.isPresent() ? before : now);
            return;
        }
        Optional<Instant> answered = live.remove(transfer.id());
        String target = transfer.target().id();
        if (answered != null && target != null) {
            Duration until = answered.map(at -> Duration.between(transfer.startedAt(), at))
                    .orElse(null);
            keep(new Target(transfer.target().type(), target), new Tried(until));
        }
    }

    private void keep(Target target, Tried tried) {
        last.merge(target, List.of(tried), LastAnswers::newest);
    }

    private static List<Tried> newest(List<Tried> before, List<Tried> more) {
        List<Tried> all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all.subList(Math.max(0, all.size() - LAST), all.size()));
    }

    /** Empty when nothing was transferred to it. */
    Optional<AnsweredView> of(TargetType type, String id) {
        return Optional.ofNullable(last.get(new Target(type, id))).map(LastAnswers::summary);
    }

    private static AnsweredView summary(List<Tried> tried) {
        List<Long> waits = tried.stream()
                .flatMap(each -> Stream.ofNullable(each.until()))
                .map(Duration::toSeconds)
                .sorted()
                .toList();
        Integer median = waits.isEmpty() ? null : waits.get(waits.size() / 2).intValue();
        return new AnsweredView(tried.size(), waits.size(), median);
    }
}
