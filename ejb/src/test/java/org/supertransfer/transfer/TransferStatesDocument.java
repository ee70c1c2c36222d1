package org.supertransfer.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.supertransfer.call.Verdict;

/** Writes {@code docs/transfer-states.md} from what the rules decide. */
final class TransferStatesDocument {
    private static final Circumstances HELPFUL = new Circumstances(true, true, true);
    private static final List<TransferState> LIVE = Arrays.stream(TransferState.values())
            .filter(state -> !state.isEnding())
            .toList();

    private final StringBuilder text = new StringBuilder();

    static String write() {
        TransferStatesDocument document = new TransferStatesDocument();
        document.introduction();
        document.matrix();
        document.begin();
        LIVE.forEach(document::state);
        document.fallbacks();
        document.reasons();
        return document.text.toString();
    }

    private void introduction() {
        text.append(
                """
                # Transfer states

                Generated from the rules in `ejb`, package `org.supertransfer.transfer`; a test holds it. After a change of
                the rules: `mvn -pl ejb -am test -Dtest=TransferStatesDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
                -Dsupertransfer.docs.write=true`, and read the difference.

                O is the transferor (the agent), E the transferee (the customer), T the transfer target. ⏱ is a deadline.
                An effect in the tables is sent after the move is committed, in the order written.

                ## All moves

                Every outcome that any reachable situation gives. · = ignored, *rejected* = refused with 409, – = cannot
                come. The endings ignore everything.

                """);
    }

    private void matrix() {
        List<String> head = new ArrayList<>(List.of("stimulus"));
        LIVE.forEach(state -> head.add(state.name()));
        row(head);
        row(head.stream().map(column -> "---").toList());
        for (Stimulus.Kind kind : Stimulus.Kind.values()) {
            List<String> cells = new ArrayList<>(List.of(words(kind)));
            LIVE.forEach(state -> cells.add(outcomes(state, kind)));
            row(cells);
        }
    }

    private static String outcomes(TransferState state, Stimulus.Kind kind) {
        Set<String> found = ReachableTransfers.all().stream()
                .filter(snapshot -> snapshot.state() == state)
                .flatMap(snapshot -> ReachableTransfers.STIMULI.stream()
                        .filter(stimulus -> stimulus.kind() == kind)
                        .map(stimulus -> verdict(TransferRules.decide(snapshot, stimulus))))
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join(" / ", found);
    }

    private void begin() {
        text.append("\n## Begin\n\n");
        row(List.of("method", "state", "effects", "messages"));
        row(List.of("---", "---", "---", "---"));
        for (TransferMethod method : TransferMethod.values()) {
            Decision begun = TransferRules.begin(plan(method, false, Fallback.QUEUE), HELPFUL);
            row(List.of(lower(method), verdict(begun), effects(begun), messages(begun)));
        }
        for (boolean answered : new boolean[] {false, true}) {
            TransferPlan plan = plan(TransferMethod.ATTENDED, answered, Fallback.QUEUE);
            Decision begun = TransferRules.consulted(plan, HELPFUL, answered);
            String how = answered ? "O's phone talks with T" : "O's phone has called T, which rings";
            row(List.of(how, verdict(begun), effects(begun), messages(begun)));
        }
    }

    private void state(TransferState state) {
        text.append("\n## ").append(state).append("\n\n");
        row(List.of("stimulus", "when", "to", "effects", "messages"));
        row(List.of("---", "---", "---", "---", "---"));
        for (Stimulus.Kind kind : Stimulus.Kind.values()) {
            Situations situations = situations(state, kind);
            situations.outcomes().forEach(outcome -> {
                List<String> cells = new ArrayList<>(List.of(words(kind), situations.when(outcome)));
                cells.addAll(outcome);
                row(cells);
            });
        }
    }

    /** What comes of it, with the situations that give it; outcomes that do nothing are left out. */
    private static Situations situations(TransferState state, Stimulus.Kind kind) {
        Stimulus stimulus =
                kind == Stimulus.Kind.TARGET_GONE ? Stimulus.targetGone(TransferReason.BUSY) : Stimulus.of(kind);
        Situations situations = new Situations();
        ReachableTransfers.all().stream()
                .filter(snapshot -> snapshot.state() == state && isTypical(snapshot))
                .forEach(snapshot -> {
                    Decision decision = TransferRules.decide(snapshot, stimulus);
                    if (decision.verdict() == Verdict.MOVED || decision.verdict() == Verdict.REJECTED) {
                        situations.add(
                                List.of(verdict(decision), effects(decision), messages(decision)), facts(snapshot));
                    }
                });
        return situations;
    }

    /** One call to a phone, the default policy, a queue and a reachable transferor; the rest has a table of its own. */
    private static boolean isTypical(TransferSnapshot snapshot) {
        return !snapshot.plan().targetInbound()
                && snapshot.plan().fallback() == Fallback.QUEUE
                && snapshot.now().queueAvailable()
                && snapshot.now().transferorReachable();
    }

    private static List<String> facts(TransferSnapshot snapshot) {
        String method =
                snapshot.plan().consult() ? "consult" : lower(snapshot.plan().method());
        String target = snapshot.progress() == Progress.SILENT ? "T silent" : "T heard";
        return switch (snapshot.state()) {
            case DIALING -> List.of(method, target);
            case UNATTENDED ->
                List.of(method, target, snapshot.now().pullBackAllowed() ? "pull-back allowed" : "no pull-back");
            case CONSULTING, ASIDE -> List.of(method, snapshot.deadline() == null ? "joined" : "joining");
            case CONNECTING -> List.of(method, snapshot.transferor().isOn() ? "O on" : "O off");
            case RETRIEVING -> List.of(method, snapshot.recallUsed() ? "after a recall" : "first");
            default -> List.of(method);
        };
    }

    private void fallbacks() {
        text.append("\n## Fallback\n\nT hangs up in UNATTENDED; what becomes of E.\n\n");
        fallbacks(Stimulus.targetGone(TransferReason.BUSY));
        text.append("\n## Retrieval\n\nA supervisor retrieves in UNATTENDED; what becomes of E.\n\n");
        fallbacks(Stimulus.of(Stimulus.Kind.SUPERVISOR_RETRIEVES));
    }

    private void fallbacks(Stimulus stimulus) {
        row(List.of("method", "policy", "O reachable", "a queue", "to", "effects", "messages"));
        row(List.of("---", "---", "---", "---", "---", "---", "---"));
        for (TransferMethod method : TransferMethod.values()) {
            for (Fallback fallback : Fallback.values()) {
                for (int bits = 3; bits >= 0; bits--) {
                    Circumstances now = new Circumstances(false, bits / 2 > 0, bits % 2 > 0);
                    fallback(plan(method, false, fallback), now, stimulus);
                }
            }
        }
    }

    private void fallback(TransferPlan plan, Circumstances now, Stimulus stimulus) {
        TransferSnapshot unattended = TransferRules.begin(plan, now).next();
        if (plan.isAttended()) {
            unattended = TransferRules.decide(unattended, Stimulus.of(Stimulus.Kind.COMPLETE))
                    .next();
        }
        Decision decision = TransferRules.decide(unattended, stimulus);
        row(List.of(
                lower(plan.method()),
                lower(plan.fallback()),
                now.transferorReachable() ? "yes" : "no",
                now.queueAvailable() ? "yes" : "no",
                verdict(decision),
                effects(decision),
                messages(decision)));
    }

    private void reasons() {
        text.append("\n## Reasons\n\n");
        row(List.of("reason", "message to O (attended)", "cause towards E if the call ends"));
        row(List.of("---", "---", "---"));
        for (TransferReason reason : TransferReason.values()) {
            row(List.of(reason.code(), reason.message().name(), reason.cause().name()));
        }
    }

    private static TransferPlan plan(TransferMethod method, boolean consult, Fallback fallback) {
        return new TransferPlan(method, consult, false, fallback);
    }

    private static String verdict(Decision decision) {
        return switch (decision.verdict()) {
            case MOVED -> decision.next().state().name();
            case IGNORED -> "·";
            case REJECTED -> "*rejected*";
            case IMPOSSIBLE -> "–";
        };
    }

    private static String effects(Decision decision) {
        return decision.effects().stream()
                .map(effect -> effect.accept(new EffectWords()))
                .collect(Collectors.joining(", "));
    }

    private static String messages(Decision decision) {
        return decision.notices().stream()
                .map(notice -> notice.reason() == null
                        ? notice.code().name()
                        : notice.code() + "(" + notice.reason().code() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String words(Stimulus.Kind kind) {
        return switch (kind) {
            case COMPLETE, CANCEL, SWAP -> kind.name();
            case TRANSFEREE_HELD -> "E held / hold failed";
            case TARGET_HEARD -> "T gives any 1xx";
            case TARGET_RINGS -> "T rings";
            case TARGET_ANSWERS -> "T answers";
            case TARGET_GONE -> "T gone";
            case ANSWER_DEADLINE -> "⏱ans / ⏱queue";
            case TRANSFEROR_ANSWERS -> "O answers recall";
            case TRANSFEROR_GONE -> "O gone";
            case TRANSFEREE_GONE -> "E gone";
            case TRANSFEROR_TARGET_JOINED -> "O=T up";
            case TRANSFEROR_TARGET_NOT_JOINED -> "O=T down";
            case TRANSFEROR_TRANSFEREE_JOINED -> "O=E up";
            case TRANSFEROR_TRANSFEREE_NOT_JOINED -> "O=E down";
            case TRANSFEREE_TARGET_JOINED -> "E=T up";
            case TRANSFEREE_TARGET_NOT_JOINED -> "E=T down";
            case SIGNALLING_DEADLINE -> "⏱sig";
            case RECALL_DEADLINE -> "⏱rec";
            case RECOVERED -> "recovered";
            case SUPERVISOR_RETRIEVES -> "supervisor retrieves";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
