package org.supertransfer.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.call.CallStimulus.Kind.AGENT_ANSWERS;
import static org.supertransfer.call.CallStimulus.Kind.AGENT_FREE;
import static org.supertransfer.call.CallStimulus.Kind.HANG_UP;
import static org.supertransfer.call.CallStimulus.Kind.HOLD;
import static org.supertransfer.call.CallStimulus.Kind.JOINED;
import static org.supertransfer.call.CallStimulus.Kind.NOT_JOINED;
import static org.supertransfer.call.CallStimulus.Kind.OTHER_ANSWERS;
import static org.supertransfer.call.CallStimulus.Kind.QUEUE_DEADLINE;
import static org.supertransfer.call.CallStimulus.Kind.RESUME;
import static org.supertransfer.call.CallStimulus.Kind.RING_DEADLINE;
import static org.supertransfer.call.CallStimulus.Kind.SIGNALLING_DEADLINE;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.EndCause;

/** Bob calls a service number and Alice answers; or Alice calls Carol. Written from the specification. */
class CallStoriesTest {
    /** A call step by step; what is asserted is what the last step did. */
    private static final class Story {
        private CallDecision last;

        Story(CallSnapshot begins) {
            last = CallDecision.without(begins, Verdict.IGNORED);
        }

        Story when(CallStimulus.Kind... kinds) {
            for (CallStimulus.Kind kind : kinds) {
                last = CallRules.decide(last.next(), CallStimulus.of(kind));
            }
            return this;
        }

        Story agentGone(EndCause.Kind cause) {
            last = CallRules.decide(last.next(), new CallStimulus(CallStimulus.Kind.AGENT_GONE, EndCause.of(cause)));
            return this;
        }

        Story otherGone(EndCause.Kind cause) {
            last = CallRules.decide(last.next(), new CallStimulus(CallStimulus.Kind.OTHER_GONE, EndCause.of(cause)));
            return this;
        }

        Story isIn(CallState state) {
            assertThat(last.next().state()).isEqualTo(state);
            return this;
        }

        Story does(String... effects) {
            assertThat(last.verdict()).isEqualTo(Verdict.MOVED);
            assertThat(last.effects().stream().map(effect -> effect.accept(new CallEffectWords())))
                    .containsExactly(effects);
            return this;
        }

        Story is(Verdict verdict) {
            assertThat(last.verdict()).isEqualTo(verdict);
            assertThat(last.effects()).isEmpty();
            return this;
        }
    }

    private static Story bobCalls() {
        return new Story(CallSnapshot.arrived());
    }

    private static Story bobIsBackInTheQueue() {
        return new Story(CallSnapshot.fellBack());
    }

    private static Story aliceCalls() {
        return new Story(CallSnapshot.placed());
    }

    private static Story talking() {
        return new Story(CallSnapshot.talking(true));
    }

    @Nested
    class Waiting {
        @Test
        void agentFree_ringsHerPhoneWhileTheQueuesTimeRunsOn() {
            bobCalls().when(AGENT_FREE).isIn(CallState.OFFERED).does("dial agent", "⏱ring");
        }

        @Test
        void nobodyInTime_endsWith480() {
            bobCalls()
                    .when(QUEUE_DEADLINE)
                    .isIn(CallState.ENDED)
                    .does("hang up other (no answer)", "leave the queue", "clear ⏱queue");
            assertThat(EndCause.of(EndCause.Kind.NO_ANSWER).sipStatus()).isEqualTo(480);
        }

        @Test
        void bobGivesUp_ends() {
            bobCalls().otherGone(EndCause.Kind.CANCELLED).isIn(CallState.ENDED).does("leave the queue", "clear ⏱queue");
        }
    }

    @Nested
    class Offered {
        @Test
        void aliceAnswers_bobIsAnsweredByTheJoin() {
            bobCalls()
                    .when(AGENT_FREE, AGENT_ANSWERS)
                    .isIn(CallState.UP)
                    .does("join", "leave the queue", "⏱signalling", "clear ⏱ring", "clear ⏱queue")
                    .when(JOINED)
                    .isIn(CallState.UP)
                    .does("clear ⏱signalling");
        }

        @Test
        void aliceDoesNotAnswer_bobWaitsForTheNext() {
            bobCalls()
                    .when(AGENT_FREE, RING_DEADLINE)
                    .isIn(CallState.WAITING)
                    .does("hang up agent (cancelled)", "wait on", "clear ⏱ring")
                    .when(AGENT_FREE)
                    .isIn(CallState.OFFERED);
        }

        @Test
        void aliceDeclines_bobWaitsForTheNext() {
            bobCalls()
                    .when(AGENT_FREE)
                    .agentGone(EndCause.Kind.DECLINED)
                    .isIn(CallState.WAITING)
                    .does("wait on", "clear ⏱ring");
        }

        @Test
        void bobGivesUp_aliceIsCancelled() {
            bobCalls()
                    .when(AGENT_FREE)
                    .otherGone(EndCause.Kind.CANCELLED)
                    .isIn(CallState.ENDED)
                    .does("hang up agent (cancelled)", "leave the queue", "clear ⏱ring", "clear ⏱queue");
        }

        @Test
        void nobodyInTime_endsBoth() {
            bobCalls()
                    .when(AGENT_FREE, QUEUE_DEADLINE)
                    .isIn(CallState.ENDED)
                    .does(
                            "hang up agent (cancelled)",
                            "hang up other (no answer)",
                            "leave the queue",
                            "clear ⏱ring",
                            "clear ⏱queue");
        }

        @Test
        void bobWasAnsweredBefore_isUpWhenTheJoinIs() {
            bobIsBackInTheQueue()
                    .when(AGENT_FREE, AGENT_ANSWERS)
                    .isIn(CallState.OFFERED)
                    .does("join", "⏱signalling", "clear ⏱ring", "clear ⏱queue")
                    .when(JOINED)
                    .isIn(CallState.UP)
                    .does("leave the queue", "clear ⏱signalling");
        }

        @Test
        void bobWasAnsweredBeforeAndTheJoinFails_waitsOn() {
            bobIsBackInTheQueue()
                    .when(AGENT_FREE, AGENT_ANSWERS, NOT_JOINED)
                    .isIn(CallState.WAITING)
                    .does("hang up agent (media)", "wait on", "clear ⏱signalling", "⏱queue");
        }

        @Test
        void anotherAgentIsFree_isIgnored() {
            bobCalls().when(AGENT_FREE, AGENT_FREE).is(Verdict.IGNORED);
        }
    }

    @Nested
    class Placing {
        @Test
        void alicesPhoneFirst_thenCarols() {
            aliceCalls()
                    .when(AGENT_ANSWERS)
                    .isIn(CallState.PLACING)
                    .does("dial other", "⏱answer", "clear ⏱ring")
                    .when(OTHER_ANSWERS)
                    .isIn(CallState.UP)
                    .does("join", "⏱signalling", "clear ⏱answer");
        }

        @Test
        void alicesPhoneIsNotAnswered_ends() {
            aliceCalls().when(RING_DEADLINE).isIn(CallState.ENDED).does("hang up agent (cancelled)", "clear ⏱ring");
        }

        @Test
        void carolIsBusy_aliceIsHungUpWithTheReason() {
            aliceCalls()
                    .when(AGENT_ANSWERS)
                    .otherGone(EndCause.Kind.BUSY)
                    .isIn(CallState.ENDED)
                    .does("hang up agent (busy)", "clear ⏱answer");
        }

        @Test
        void aliceHangsUpWhileItRings_carolIsCancelled() {
            aliceCalls()
                    .when(AGENT_ANSWERS)
                    .agentGone(EndCause.Kind.NORMAL)
                    .isIn(CallState.ENDED)
                    .does("hang up other (cancelled)", "clear ⏱answer");
        }

        @Test
        void alicesPhoneDialledItself_isAnsweredByTheJoin() {
            new Story(CallSnapshot.dialled())
                    .when(OTHER_ANSWERS)
                    .isIn(CallState.UP)
                    .does("join", "⏱signalling", "clear ⏱answer");
        }
    }

    @Nested
    class Up {
        @Test
        void aliceHangsUp_bobIsHungUp() {
            talking().agentGone(EndCause.Kind.NORMAL).isIn(CallState.ENDED).does("hang up other (normal)");
        }

        @Test
        void bobHangsUp_aliceIsHungUp() {
            talking().otherGone(EndCause.Kind.NORMAL).isIn(CallState.ENDED).does("hang up agent (normal)");
        }

        @Test
        void joinFails_endsBoth() {
            bobCalls()
                    .when(AGENT_FREE, AGENT_ANSWERS, NOT_JOINED)
                    .isIn(CallState.ENDED)
                    .does("hang up agent (media)", "hang up other (media)", "clear ⏱signalling");
        }

        @Test
        void joinIsSilent_endsBoth() {
            new Story(CallSnapshot.talking(false)).when(SIGNALLING_DEADLINE).isIn(CallState.ENDED);
        }

        @Test
        void holdAndResume_comeBackByAJoin() {
            talking()
                    .when(HOLD)
                    .isIn(CallState.HELD)
                    .does("hold other", "hold agent")
                    .when(HOLD)
                    .is(Verdict.IGNORED)
                    .when(RESUME)
                    .isIn(CallState.UP)
                    .does("join", "⏱signalling");
        }

        @Test
        void heldBobHangsUp_aliceIsHungUp() {
            talking().when(HOLD).otherGone(EndCause.Kind.NORMAL).does("hang up agent (normal)");
        }

        @Test
        void aliceHangsUpByThePage_endsBoth() {
            talking().when(HANG_UP).isIn(CallState.ENDED).does("hang up agent (normal)", "hang up other (normal)");
        }

        @Test
        void lateJoinReport_isIgnored() {
            talking().when(HOLD, NOT_JOINED).is(Verdict.IGNORED).isIn(CallState.HELD);
        }
    }

    @Test
    void commandsOutOfPlace_areRejected() {
        bobCalls()
                .when(HOLD)
                .is(Verdict.REJECTED)
                .when(RESUME)
                .is(Verdict.REJECTED)
                .when(HANG_UP)
                .is(Verdict.REJECTED);
    }
}
