package org.supertransfer.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/call-states.md} from what the rules decide. */
final class CallStatesDocument {
    private static final List<CallState> LIVE = Arrays.stream(CallState.values())
            .filter(state -> state != CallState.ENDED)
            .toList();

    private final StringBuilder text = new StringBuilder();

    static String write() {
        CallStatesDocument document = new CallStatesDocument();
        document.introduction();
        document.matrix();
        LIVE.forEach(document::state);
        return document.text.toString();
    }

    private void introduction() {
        text.append(
                """
                # Call states

                Generated from the rules in `ejb`, package `org.supertransfer.call`; a test holds it. After a change of the
                rules: `mvn -pl ejb -am test -Dtest=CallStatesDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
                -Dsupertransfer.docs.write=true`, and read the difference.

                While a transfer lives, [its rules](transfer-states.md) own every leg; afterwards COMPLETED, RETURNED, and
                ABANDONED with transferor and target talking, go on as UP, FELL_BACK as WAITING, any other ending as ENDED.
                *Agent* is the one whose call it is: the agent, or whoever took its place by a transfer. *Other* is the
                customer, or whom the agent called. ⏱ is a deadline; the one of the queue runs beside the one of the
                agent's phone.

                ## All moves

                Every outcome that any reachable situation gives. · = ignored, *rejected* = refused with 409, – = cannot
                come. ENDED ignores everything.

                """);
    }

    private void matrix() {
        List<String> head = new ArrayList<>(List.of("stimulus"));
        LIVE.forEach(state -> head.add(state.name()));
        row(head);
        row(head.stream().map(column -> "---").toList());
        for (CallStimulus stimulus : ReachableCalls.STIMULI) {
            List<String> cells = new ArrayList<>(List.of(words(stimulus.kind())));
            LIVE.forEach(state -> cells.add(in(state)
                    .map(snapshot -> verdict(CallRules.decide(snapshot, stimulus)))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" / "))));
            row(cells);
        }
    }

    private void state(CallState state) {
        text.append("\n## ").append(state).append("\n\n");
        row(List.of("stimulus", "when", "to", "effects"));
        row(List.of("---", "---", "---", "---"));
        for (CallStimulus stimulus : ReachableCalls.STIMULI) {
            Map<List<String>, Set<String>> outcomes = new LinkedHashMap<>();
            in(state).forEach(snapshot -> {
                CallDecision decision = CallRules.decide(snapshot, stimulus);
                outcomes.computeIfAbsent(
                                List.of(verdict(decision), effects(decision)), outcome -> new LinkedHashSet<>())
                        .add(situation(snapshot));
            });
            outcomes.forEach((outcome, situations) -> {
                if (outcome.get(0).length() > 1) {
                    String when = outcomes.size() == 1 ? "" : String.join("; ", situations);
                    row(List.of(words(stimulus.kind()), when, outcome.get(0), outcome.get(1)));
                }
            });
        }
    }

    private static Stream<CallSnapshot> in(CallState state) {
        return ReachableCalls.ALL.stream().filter(snapshot -> snapshot.state() == state);
    }

    private static String situation(CallSnapshot s) {
        return switch (s.state()) {
            case WAITING -> s.other() == CallSnapshot.Side.ON ? "caller answered before" : "caller unanswered";
            case OFFERED ->
                s.isJoining()
                        ? "being joined"
                        : s.other() == CallSnapshot.Side.ON ? "caller answered before" : "caller unanswered";
            case PLACING ->
                switch (s.agent()) {
                    case CALLING -> "the agent's phone called";
                    case DIALED -> "the agent's phone rings";
                    case ON, ABSENT -> "the other's phone rings";
                };
            case UP -> s.joined() ? "joined" : "being joined";
            case HELD, ENDED -> "";
        };
    }

    private static String verdict(CallDecision decision) {
        return switch (decision.verdict()) {
            case MOVED -> decision.next().state().name();
            case IGNORED -> "·";
            case REJECTED -> "*rejected*";
            case IMPOSSIBLE -> "–";
        };
    }

    private static String effects(CallDecision decision) {
        return decision.effects().stream()
                .map(effect -> effect.accept(new CallEffectWords()))
                .collect(Collectors.joining(", "));
    }

    private static String words(CallStimulus.Kind kind) {
        return switch (kind) {
            case RING_DEADLINE -> "⏱ring / ⏱answer";
            case QUEUE_DEADLINE -> "⏱queue";
            case SIGNALLING_DEADLINE -> "⏱signalling";
            case NOT_JOINED -> "join down";
            case JOINED -> "join up";
            case HANG_UP -> "HANG_UP (by the page)";
            case HOLD, RESUME -> kind.name();
            case AGENT_FREE, AGENT_ANSWERS, AGENT_GONE, OTHER_ANSWERS, OTHER_GONE ->
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
