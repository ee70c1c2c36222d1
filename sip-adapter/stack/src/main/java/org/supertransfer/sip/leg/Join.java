package org.supertransfer.sip.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * Lets two parties hear each other (RFC 3725), by the shortest way that their legs allow:
 *
 * <ul>
 *   <li>one was dialled with the other's media and has answered: the other gets that answer, in its 200 or by re-INVITE;
 *   <li>else one makes an offer (in its INVITE, in its 200, or asked for by a re-INVITE), the other answers it;
 *   <li>one that makes no offer when asked is offered what the other said last.
 * </ul>
 */
final class Join extends Operation {
    private record Asked(OperationId id, Leg leg, Leg other) {}

    private final Leg a;
    private final Leg b;
    private final List<Asked> asked = new ArrayList<>();
    private @Nullable Exchange exchange;
    private @Nullable Push push;

    Join(Leg a, Leg b, OperationId id) {
        super(a.call(), Set.of(a, b));
        this.a = a;
        this.b = b;
        asked.add(new Asked(id, a, b));
    }

    /** Whether this is the same pair, so that its outcome is this one's; it then reports for both. */
    boolean takes(Leg leg, Leg other, OperationId id) {
        boolean same = wants(leg) && wants(other);
        if (same) {
            asked.add(new Asked(id, leg, other));
        }
        return same;
    }

    @Override
    void run() {
        a.leave();
        b.leave();
        a.identity().faces(b);
        b.identity().faces(a);
        if (a.caller().isPresent()) {
            answerCaller(a, b);
        } else if (b.caller().isPresent()) {
            answerCaller(b, a);
        } else {
            joinTalking();
        }
    }

    private void answerCaller(Leg caller, Leg other) {
        Optional<FirstAnswer> first = other.talk().flatMap(Talk::firstAnswer);
        Optional<SessionDescription> ready = first.flatMap(answer -> answer.answerFor(caller));
        boolean offered = caller.caller().flatMap(Caller::offer).isPresent();
        if (other.talk().isEmpty()) {
            fail(false);
        } else if (caller.caller().filter(Caller::agreedOtherwise).isPresent()) {
            caller.caller().ifPresent(waiting -> waiting.confirm(this::joinConfirmed));
        } else if (offered && ready.isPresent()) {
            first.ifPresent(FirstAnswer::settle);
            caller.caller().ifPresent(waiting -> waiting.answerWith(ready.get(), this::succeed));
        } else if (offered) {
            exchange(new CallerOfferer(caller), new ReinviteAnswerer(other));
        } else {
            exchange(offerer(other), new CallerAnswerer(caller));
        }
    }

    private Offerer offerer(Leg leg) {
        Optional<FirstAnswer> open = leg.talk().flatMap(Talk::firstAnswer).filter(first -> first.openOffer()
                .isPresent());
        return open.isPresent() ? new FirstOfferer(leg, open.get()) : new ReinviteOfferer(leg);
    }

    private void joinConfirmed() {
        if (!over()) {
            joinTalking();
        }
    }

    private void joinTalking() {
        if (a.talk().isEmpty() || b.talk().isEmpty()) {
            fail(false);
        } else if (answerFor(a, b).isPresent()) {
            push(a, b, answerFor(a, b).get());
        } else if (answerFor(b, a).isPresent()) {
            push(b, a, answerFor(b, a).get());
        } else if (offerer(b) instanceof FirstOfferer open) {
            exchange(open, new ReinviteAnswerer(a));
        } else {
            exchange(offerer(a), new ReinviteAnswerer(b));
        }
    }

    /** What {@code dialled} answered to the offer made for the other, if that is still its last word. */
    private static Optional<SessionDescription> answerFor(Leg other, Leg dialled) {
        return dialled.talk().flatMap(Talk::firstAnswer).flatMap(first -> first.answerFor(other));
    }

    private void push(Leg to, Leg from, SessionDescription said) {
        from.talk().flatMap(Talk::firstAnswer).ifPresent(FirstAnswer::settle);
        push = new Push(to, from, said, this::end);
        push.start();
    }

    private void end(boolean success) {
        if (success) {
            succeed();
        } else {
            fail(false);
        }
    }

    private void exchange(Offerer from, Answerer to) {
        to.leg().talk().flatMap(Talk::firstAnswer).ifPresent(FirstAnswer::settle);
        exchange = new Exchange(from, to, new Exchange.Outcome() {
            @Override
            public void done(SessionDescription answer, boolean widened) {
                if (widened && from.leg().talk().isPresent()) {
                    push(from.leg(), to.leg(), answer);
                } else {
                    succeed();
                }
            }

            @Override
            public void failed(int status, boolean byOfferer) {
                Optional<SessionDescription> stored = to.leg().media().forOthers();
                if (byOfferer
                        && from instanceof ReinviteOfferer
                        && stored.isPresent()
                        && to.leg().talk().isPresent()) {
                    push(from.leg(), to.leg(), stored.get());
                } else {
                    fail(false);
                }
            }
        });
        exchange.start();
    }

    @Override
    void stop() {
        if (exchange != null) {
            exchange.stop();
        }
        if (push != null) {
            push.stop();
        }
    }

    @Override
    void report(boolean success, boolean superseded) {
        if (success) {
            a.join(b);
        }
        for (Asked one : asked) {
            one.leg.emit(
                    success
                            ? new CallEvent.Joined(call().id(), one.leg.id(), one.other.id(), one.id)
                            : new CallEvent.JoinFailed(call().id(), one.leg.id(), one.other.id(), one.id, superseded));
        }
        if (success) {
            Introduction.to(a);
            Introduction.to(b);
        }
    }

    @Override
    boolean yields() {
        return true;
    }
}
