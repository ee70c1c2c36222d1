package org.supertransfer.transfer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Every snapshot that a transfer can ever be in, found by trying every stimulus on every one. */
final class ReachableTransfers {
    /** What a target's leg can end by. */
    static final Set<TransferReason> TARGET_REASONS = EnumSet.of(
            TransferReason.BUSY,
            TransferReason.DECLINED,
            TransferReason.NOT_FOUND,
            TransferReason.UNREACHABLE,
            TransferReason.NO_ANSWER,
            TransferReason.TRUNK_REFUSED,
            TransferReason.MEDIA_FAILED,
            TransferReason.NO_AGENTS,
            TransferReason.TARGET_HUNG_UP,
            TransferReason.RESTART);

    static final List<Stimulus> STIMULI = Stream.concat(
                    Arrays.stream(Stimulus.Kind.values())
                            .filter(kind -> kind != Stimulus.Kind.TARGET_GONE)
                            .map(Stimulus::of),
                    TARGET_REASONS.stream().map(Stimulus::targetGone))
            .toList();

    static final List<Circumstances> CIRCUMSTANCES = Stream.of(false, true)
            .flatMap(pull -> Stream.of(false, true)
                    .flatMap(phone -> Stream.of(false, true).map(queue -> new Circumstances(pull, phone, queue))))
            .toList();

    /** Walked once, by the first test that wants it. */
    private static final class Found {
        static final Set<TransferSnapshot> ALL = walk();
    }

    private ReachableTransfers() {}

    static Set<TransferSnapshot> all() {
        return Found.ALL;
    }

    static Stream<TransferPlan> plans() {
        return Stream.of(TransferMethod.values()).flatMap(method -> Stream.of(false, true)
                .filter(consult -> !consult || method == TransferMethod.ATTENDED)
                .flatMap(consult -> Stream.of(false, true).flatMap(inbound -> Stream.of(Fallback.values())
                        .map(fallback -> new TransferPlan(method, consult, inbound, fallback)))));
    }

    /** A phone that has called the target itself: consulting when it was answered, handing over on answer before. */
    static Stream<TransferPlan> consultedPlans() {
        return plans().filter(plan -> plan.isAttended() && !plan.targetInbound());
    }

    /** Every step there is: each reachable snapshot with each stimulus. */
    static void eachStep(BiConsumer<TransferSnapshot, Stimulus> check) {
        all().forEach(snapshot -> STIMULI.forEach(stimulus -> check.accept(snapshot, stimulus)));
    }

    private static Set<TransferSnapshot> walk() {
        Set<TransferSnapshot> found = new LinkedHashSet<>();
        Deque<TransferSnapshot> open = new ArrayDeque<>();
        plans().map(plan -> TransferRules.begin(plan, CIRCUMSTANCES.get(0)).next())
                .forEach(first -> inAllCircumstances(first, found, open));
        spread(found, open);
        consultedPlans()
                .map(plan -> TransferRules.consulted(plan, CIRCUMSTANCES.get(0), plan.consult())
                        .next())
                .forEach(first -> inAllCircumstances(first, found, open));
        spread(found, open);
        return found;
    }

    private static void spread(Set<TransferSnapshot> found, Deque<TransferSnapshot> open) {
        while (!open.isEmpty()) {
            TransferSnapshot snapshot = open.remove();
            STIMULI.forEach(stimulus ->
                    inAllCircumstances(TransferRules.decide(snapshot, stimulus).next(), found, open));
        }
    }

    private static void inAllCircumstances(
            TransferSnapshot snapshot, Set<TransferSnapshot> found, Deque<TransferSnapshot> open) {
        CIRCUMSTANCES.stream().map(snapshot::with).filter(found::add).forEach(open::add);
    }
}
