package org.supertransfer.sip.leg;

import java.util.Set;

/** Something that has its legs for itself until it reports, once. */
abstract class Operation {
    private final Call call;
    private final Set<Leg> legs;
    private final Timer deadline;
    private boolean over;

    Operation(Call call, Set<Leg> legs) {
        this.call = call;
        this.legs = legs;
        this.deadline = call.lane().after(call.timing().operation(), () -> fail(false));
    }

    /** Begins; the legs are free now. */
    abstract void run();

    /** Gives up what is under way, if anything is. */
    abstract void stop();

    abstract void report(boolean success, boolean superseded);

    /** Whether a later operation stops it while it runs; else that one waits. */
    abstract boolean yields();

    final Call call() {
        return call;
    }

    final Set<Leg> legs() {
        return legs;
    }

    final boolean wants(Leg leg) {
        return legs.contains(leg);
    }

    final boolean sharesLegWith(Operation other) {
        return legs.stream().anyMatch(other::wants);
    }

    /** Whether it has reported. */
    final boolean over() {
        return over;
    }

    final void succeed() {
        finish(() -> report(true, false));
    }

    final void fail(boolean superseded) {
        finish(() -> {
            stop();
            report(false, superseded);
        });
    }

    private void finish(Runnable ending) {
        if (over) {
            return;
        }
        over = true;
        deadline.cancel();
        ending.run();
        call.operations().over(this);
    }
}
