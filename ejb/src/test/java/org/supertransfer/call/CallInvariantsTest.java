package org.supertransfer.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.call.ReachableCalls.ALL;
import static org.supertransfer.call.ReachableCalls.eachStep;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supertransfer.call.CallSnapshot.Side;

/** What holds in every snapshot of a call that can be reached, whatever happens in whatever order. */
class CallInvariantsTest {
    @Test
    void walk_reachesEveryState() {
        assertThat(ALL.stream().map(CallSnapshot::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CallState.values());
    }

    @Test
    void everyStimulus_movesSomething() {
        Set<CallStimulus.Kind> moving = EnumSet.noneOf(CallStimulus.Kind.class);
        eachStep((from, stimulus) -> {
            if (CallRules.decide(from, stimulus).verdict() == Verdict.MOVED) {
                moving.add(stimulus.kind());
            }
        });
        assertThat(moving).containsExactlyInAnyOrder(CallStimulus.Kind.values());
    }

    @Test
    void ended_absorbs() {
        eachStep((from, stimulus) -> {
            if (from.state() == CallState.ENDED) {
                assertThat(CallRules.decide(from, stimulus)).isEqualTo(CallDecision.without(from, Verdict.IGNORED));
            }
        });
    }

    @Test
    void move_changesSomethingAndNothingElseDoes() {
        eachStep((from, stimulus) -> {
            CallDecision decision = CallRules.decide(from, stimulus);
            boolean changed =
                    !decision.next().equals(from) || !decision.effects().isEmpty();
            assertThat(changed).as("%s on %s", stimulus, from).isEqualTo(decision.verdict() == Verdict.MOVED);
        });
    }

    @Test
    void ended_leavesNobodyAndNoDeadline() {
        ALL.stream().filter(s -> s.state() == CallState.ENDED).forEach(s -> assertThat(s)
                .isEqualTo(CallSnapshot.over()));
    }

    @Test
    void state_saysWhoIsThere() {
        ALL.forEach(s -> {
            Set<Side> agent =
                    switch (s.state()) {
                        case WAITING, ENDED -> EnumSet.of(Side.ABSENT);
                        case OFFERED -> EnumSet.of(Side.DIALED, Side.ON);
                        case PLACING -> EnumSet.of(Side.DIALED, Side.ON, Side.CALLING);
                        case UP, HELD -> EnumSet.of(Side.ON);
                    };
            Set<Side> other =
                    switch (s.state()) {
                        case WAITING, OFFERED -> EnumSet.of(Side.CALLING, Side.ON);
                        case PLACING -> EnumSet.of(Side.ABSENT, Side.DIALED);
                        case UP, HELD -> EnumSet.of(Side.ON);
                        case ENDED -> EnumSet.of(Side.ABSENT);
                    };
            assertThat(s.agent()).as("%s", s).isIn(agent);
            assertThat(s.other()).as("%s", s).isIn(other);
            assertThat(s.joined() && s.state() != CallState.UP).as("%s", s).isFalse();
        });
    }

    @Test
    void liveState_hasADeadlineUnlessHumansDecide() {
        ALL.stream().filter(s -> s.state() != CallState.ENDED).forEach(s -> {
            boolean humansDecide = s.state() == CallState.HELD || (s.state() == CallState.UP && s.joined());
            assertThat(Arrays.stream(Deadline.values()).noneMatch(s::awaits))
                    .as("%s", s)
                    .isEqualTo(humansDecide);
        });
    }

    @Test
    void everyDeadline_leadsToAnEndByTimeoutsAlone() {
        ALL.forEach(s -> assertThat(endsByTimeouts(s, 4)).as("%s", s).isTrue());
    }

    private static boolean endsByTimeouts(CallSnapshot s, int more) {
        Set<CallStimulus.Kind> over = EnumSet.noneOf(CallStimulus.Kind.class);
        Arrays.stream(Deadline.values())
                .filter(s::awaits)
                .forEach(deadline -> over.add(
                        switch (deadline) {
                            case SIGNALLING -> CallStimulus.Kind.SIGNALLING_DEADLINE;
                            case RING, ANSWER, RECALL -> CallStimulus.Kind.RING_DEADLINE;
                            case QUEUE -> CallStimulus.Kind.QUEUE_DEADLINE;
                        }));
        return over.stream().allMatch(kind -> {
            CallSnapshot next = CallRules.decide(s, CallStimulus.of(kind)).next();
            return next.state() == CallState.ENDED || (more > 0 && !next.equals(s) && endsByTimeouts(next, more - 1));
        });
    }

    @Test
    void effects_makeTheSnapshotTrue() {
        eachStep((from, stimulus) -> {
            CallDecision decision = CallRules.decide(from, stimulus);
            if (decision.verdict() == Verdict.MOVED) {
                ReplayedCall.after(from, stimulus, decision).agreesWith(decision.next());
            }
        });
    }
}
