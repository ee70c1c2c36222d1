package org.supertransfer.sip.leg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is under way between a call's legs. Operations that share a leg never overlap; a later one takes the place of an
 * earlier one that has not begun, and stops a join that has.
 */
final class Operations {
    private final List<Operation> queued = new ArrayList<>();
    private final List<Operation> running = new ArrayList<>();

    void add(Operation operation) {
        List.copyOf(queued).stream().filter(operation::sharesLegWith).forEach(earlier -> earlier.fail(true));
        List.copyOf(running).stream()
                .filter(earlier -> earlier.yields() && operation.sharesLegWith(earlier))
                .forEach(earlier -> earlier.fail(true));
        queued.add(operation);
        next();
    }

    /** Adds what nobody asked for, unless something waits for a leg of it; what runs is waited for. */
    void addIfIdle(Operation operation) {
        if (queued.stream().anyMatch(operation::sharesLegWith)) {
            operation.fail(true);
        } else {
            queued.add(operation);
            next();
        }
    }

    /** The operation has reported; its legs are free. */
    void over(Operation operation) {
        queued.remove(operation);
        if (running.remove(operation)) {
            next();
        }
    }

    /** The last operation that wants this leg. */
    Optional<Operation> last(Leg leg) {
        return all().stream().filter(operation -> operation.wants(leg)).reduce((first, second) -> second);
    }

    /** Our own hang-up overtakes everything that wants the leg. */
    void cancel(Leg leg) {
        fail(leg, true);
    }

    /** The call's legs go to another call. */
    void supersedeAll() {
        List<Operation> failing = all();
        Collections.reverse(failing);
        failing.forEach(operation -> operation.fail(true));
    }

    void legEnded(Leg leg) {
        fail(leg, false);
    }

    /** The last first, or the end of one that runs would begin the next. */
    private void fail(Leg leg, boolean superseded) {
        List<Operation> failing = all();
        Collections.reverse(failing);
        failing.stream().filter(operation -> operation.wants(leg)).forEach(operation -> operation.fail(superseded));
    }

    private List<Operation> all() {
        List<Operation> all = new ArrayList<>(running);
        all.addAll(queued);
        return all;
    }

    private void next() {
        Set<Leg> busy = new HashSet<>();
        running.forEach(operation -> busy.addAll(operation.legs()));
        List<Operation> ready = new ArrayList<>();
        for (Operation operation : queued) {
            if (Collections.disjoint(busy, operation.legs())) {
                ready.add(operation);
            }
            busy.addAll(operation.legs());
        }
        queued.removeAll(ready);
        running.addAll(ready);
        ready.stream().filter(running::contains).forEach(Operation::run);
    }
}
