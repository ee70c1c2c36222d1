package org.supertransfer.phones;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sip.message.Response;

/**
 * What a phone does by itself when a call comes: steps one after the other, each after a pause. A step finds the call as
 * it is then; one that no longer fits does nothing.
 */
public final class Behaviour {
    private static final Behaviour SILENCE = new Behaviour(List.of(), true);

    private final List<Step> steps;
    private final boolean silent;

    private Behaviour(List<Step> steps, boolean silent) {
        this.steps = List.copyOf(steps);
        this.silent = silent;
    }

    /** Nothing by itself, apart from the stack's 100; the base of a script. */
    public static Behaviour script() {
        return new Behaviour(List.of(), false);
    }

    /** No reply at all, not even 100. */
    public static Behaviour silence() {
        return SILENCE;
    }

    /** Rings for ever. */
    public static Behaviour rings() {
        return script().then(Duration.ZERO, PhoneCall::ring);
    }

    /** Rings at once and answers after a while. */
    public static Behaviour answersAfter(Duration pause) {
        return rings().then(pause, PhoneCall::answer);
    }

    /** Refuses at once. */
    public static Behaviour refuses(int status) {
        return script().then(Duration.ZERO, call -> call.reject(status));
    }

    /** Is busy: 486. */
    public static Behaviour busy() {
        return refuses(Response.BUSY_HERE);
    }

    /** Rings, and its owner declines after a while: 603. */
    public static Behaviour declinesAfter(Duration pause) {
        return rings().then(pause, call -> call.reject(Response.DECLINE));
    }

    /** And hangs up after a further while. */
    public Behaviour hangsUpAfter(Duration pause) {
        return then(pause, PhoneCall::hangUp);
    }

    /** And does something after a further while. */
    public Behaviour then(Duration pause, Consumer<PhoneCall> act) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(pause, act));
        return new Behaviour(longer, silent);
    }

    boolean silent() {
        return silent;
    }

    void run(PhoneCall call) {
        run(call, 0);
    }

    private void run(PhoneCall call, int index) {
        if (index < steps.size()) {
            Step step = steps.get(index);
            call.after(step.pause(), () -> {
                if (call.live()) {
                    step.act().accept(call);
                    run(call, index + 1);
                }
            });
        }
    }

    private record Step(Duration pause, Consumer<PhoneCall> act) {}
}
