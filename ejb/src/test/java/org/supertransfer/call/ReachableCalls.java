package org.supertransfer.call;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.supertransfer.callcontrol.EndCause;

/** Every snapshot that a call outside a transfer can ever be in. */
final class ReachableCalls {
    static final List<CallStimulus> STIMULI = Arrays.stream(CallStimulus.Kind.values())
            .map(kind -> switch (kind) {
                case AGENT_GONE, OTHER_GONE -> new CallStimulus(kind, EndCause.of(EndCause.Kind.BUSY));
                default -> CallStimulus.of(kind);
            })
            .toList();

    /** How a call begins, and how a transfer leaves it. */
    static final List<CallSnapshot> BEGINNINGS = List.of(
            CallSnapshot.arrived(),
            CallSnapshot.placed(),
            CallSnapshot.dialled(),
            CallSnapshot.talking(true),
            CallSnapshot.talking(false),
            CallSnapshot.fellBack(),
            CallSnapshot.over());

    static final Set<CallSnapshot> ALL = walk();

    private ReachableCalls() {}

    static void eachStep(BiConsumer<CallSnapshot, CallStimulus> check) {
        ALL.forEach(snapshot -> STIMULI.forEach(stimulus -> check.accept(snapshot, stimulus)));
    }

    private static Set<CallSnapshot> walk() {
        Set<CallSnapshot> found = new LinkedHashSet<>(BEGINNINGS);
        Deque<CallSnapshot> open = new ArrayDeque<>(BEGINNINGS);
        while (!open.isEmpty()) {
            CallSnapshot snapshot = open.remove();
            STIMULI.stream()
                    .map(stimulus -> CallRules.decide(snapshot, stimulus).next())
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }
}
