package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.EndCause;

/**
 * A transfer told step by step: Alice (O, the agent) talks with Bob (E, the customer) and transfers him to Carol (T).
 * What is asserted is what the last step did; what Alice's page was told is kept from the start.
 */
final class TransferStory {
    private final List<String> told = new ArrayList<>();
    private Decision last;

    private TransferStory(TransferPlan plan) {
        this(plan, new Circumstances(false, true, true));
    }

    private TransferStory(TransferPlan plan, Circumstances now) {
        last = TransferRules.begin(plan, now);
        keepTold();
    }

    static TransferStory attended() {
        return new TransferStory(new TransferPlan(TransferMethod.ATTENDED, false, false, Fallback.QUEUE));
    }

    static TransferStory consult() {
        return new TransferStory(new TransferPlan(TransferMethod.ATTENDED, true, false, Fallback.QUEUE));
    }

    static TransferStory blind() {
        return new TransferStory(new TransferPlan(TransferMethod.BLIND, false, false, Fallback.QUEUE));
    }

    static TransferStory of(TransferMethod method, Fallback fallback) {
        return new TransferStory(new TransferPlan(method, false, false, fallback));
    }

    static TransferStory toInbound(TransferMethod method) {
        return new TransferStory(new TransferPlan(method, false, true, Fallback.QUEUE));
    }

    /** Alice and Carol talk, Bob is held. */
    static TransferStory consulting() {
        return consult()
                .when(Stimulus.Kind.TRANSFEREE_HELD, Stimulus.Kind.TARGET_RINGS, Stimulus.Kind.TARGET_ANSWERS)
                .when(Stimulus.joined(Pair.TRANSFEROR_TARGET));
    }

    /** Carol's phone rings, Alice waits. */
    TransferStory ringing() {
        return when(Stimulus.Kind.TRANSFEREE_HELD, Stimulus.Kind.TARGET_RINGS);
    }

    TransferStory when(Stimulus.Kind... kinds) {
        for (Stimulus.Kind kind : kinds) {
            when(Stimulus.of(kind));
        }
        return this;
    }

    TransferStory when(Stimulus stimulus) {
        last = TransferRules.decide(last.next(), stimulus);
        keepTold();
        return this;
    }

    TransferStory targetGone(TransferReason reason) {
        return when(Stimulus.targetGone(reason));
    }

    TransferStory withPullBack() {
        return now(new Circumstances(true, true, true));
    }

    /** Alice's phone is gone, or she is on another call. */
    TransferStory transferorUnreachable() {
        return now(new Circumstances(false, false, last.next().now().queueAvailable()));
    }

    TransferStory withoutQueue() {
        return now(new Circumstances(false, last.next().now().transferorReachable(), false));
    }

    private TransferStory now(Circumstances circumstances) {
        last = new Decision(last.next().with(circumstances), last.effects(), last.notices(), last.verdict());
        return this;
    }

    TransferStory isIn(TransferState state) {
        assertThat(last.next().state()).isEqualTo(state);
        return this;
    }

    /** The last step moved, and exactly this is sent. */
    TransferStory does(String... effects) {
        assertThat(last.verdict()).isEqualTo(Verdict.MOVED);
        assertThat(last.effects().stream().map(effect -> effect.accept(new EffectWords())))
                .containsExactly(effects);
        return this;
    }

    TransferStory isIgnored() {
        return endsAs(Verdict.IGNORED);
    }

    TransferStory isRejected() {
        return endsAs(Verdict.REJECTED);
    }

    private TransferStory endsAs(Verdict verdict) {
        assertThat(last.verdict()).isEqualTo(verdict);
        assertThat(last.effects()).isEmpty();
        assertThat(last.notices()).isEmpty();
        return this;
    }

    /** All that Alice's page was told since the start. */
    TransferStory toldInAll(String... codes) {
        assertThat(told).containsExactly(codes);
        return this;
    }

    TransferStory because(@Nullable TransferReason reason) {
        assertThat(last.next().reason()).isEqualTo(reason);
        return this;
    }

    TransferStory transfereeHears(EndCause.Kind cause) {
        assertThat(last.effects()).contains(new Effect.HangUp(TransferParty.TRANSFEREE, cause));
        return this;
    }

    private void keepTold() {
        last.notices()
                .forEach(notice -> told.add(
                        notice.reason() == null
                                ? notice.code().name()
                                : notice.code() + " " + notice.reason().code()));
    }
}
