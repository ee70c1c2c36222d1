package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order of messages on every road through the rules. */
class TransferMessagesTest {
    /** Started, perhaps rung and answered; then it succeeded, or the transferee left, or it failed and came back. */
    private static final Pattern ATTENDED = Pattern.compile("TRANSFER_STARTED( TARGET_RINGING)?( TARGET_ANSWERED)?"
            + "( TRANSFER_SUCCEEDED| TRANSFEREE_HUNG_UP"
            + "|( TARGET_NO_ANSWER| TRANSFER_FAILED| CANCELLED)( RECONNECTING)?"
            + "( RETURNED| FELL_BACK| TRANSFEREE_HUNG_UP)?)?");

    private record Told(TransferSnapshot snapshot, List<MessageCode> codes) {}

    @Test
    void attended_tellsInOrderOnEveryRoad() {
        Set<Told> roads = roads(TransferMethod.ATTENDED);
        assertThat(roads).hasSizeGreaterThan(1000);
        roads.forEach(told -> assertThat(words(told)).as("%s", told.snapshot()).matches(ATTENDED));
    }

    @Test
    void attended_endingIsTold() {
        roads(TransferMethod.ATTENDED).stream()
                .filter(told -> told.snapshot().state().isEnding())
                .forEach(told -> assertThat(words(told))
                        .as("%s", told.snapshot())
                        .contains(
                                switch (told.snapshot().state()) {
                                    case COMPLETED -> "TRANSFER_SUCCEEDED";
                                    case RETURNED -> "RECONNECTING RETURNED";
                                    case ABANDONED -> "TRANSFEREE_HUNG_UP";
                                    case FELL_BACK -> "FELL_BACK";
                                    default ->
                                        Objects.requireNonNull(told.snapshot().reason())
                                                .message()
                                                .name();
                                }));
    }

    @Test
    void blind_tellsTheStartAndNothingMore() {
        assertThat(roads(TransferMethod.BLIND)).hasSizeGreaterThan(100).allSatisfy(told -> assertThat(told.codes())
                .containsExactly(MessageCode.TRANSFER_STARTED));
    }

    @Test
    void reason_standsUnderFailuresOnly() {
        ReachableTransfers.eachStep((from, stimulus) -> TransferRules.decide(from, stimulus)
                .notices()
                .forEach(notice -> assertThat(notice.reason() != null)
                        .as("%s", notice)
                        .isEqualTo(notice.code() == MessageCode.TRANSFER_FAILED
                                || notice.code() == MessageCode.TARGET_NO_ANSWER)));
    }

    private static String words(Told told) {
        return told.codes().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Set<Told> roads(TransferMethod method) {
        Set<Told> found = new HashSet<>();
        Deque<Told> open = new ArrayDeque<>();
        ReachableTransfers.plans().filter(plan -> plan.method() == method).forEach(plan -> {
            for (Circumstances now : ReachableTransfers.CIRCUMSTANCES) {
                Decision begun = TransferRules.begin(plan, now);
                add(found, open, new Told(begun.next(), codes(begun)));
            }
        });
        while (!open.isEmpty()) {
            Told told = open.remove();
            ReachableTransfers.STIMULI.forEach(stimulus -> {
                Decision decision = TransferRules.decide(told.snapshot(), stimulus);
                List<MessageCode> codes = new ArrayList<>(told.codes());
                codes.addAll(codes(decision));
                add(found, open, new Told(decision.next(), codes));
            });
        }
        return found;
    }

    private static List<MessageCode> codes(Decision decision) {
        return decision.notices().stream().map(Notice::code).toList();
    }

    private static void add(Set<Told> found, Deque<Told> open, Told told) {
        if (found.add(told)) {
            open.add(told);
        }
    }
}
