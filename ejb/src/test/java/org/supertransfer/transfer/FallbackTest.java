package org.supertransfer.transfer;

import static org.supertransfer.transfer.Stimulus.Kind.COMPLETE;
import static org.supertransfer.transfer.Stimulus.Kind.RECOVERED;
import static org.supertransfer.transfer.Stimulus.Kind.SUPERVISOR_RETRIEVES;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_ANSWERS;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEREE_GONE;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEROR_ANSWERS;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEROR_GONE;
import static org.supertransfer.transfer.TransferMethod.ATTENDED;
import static org.supertransfer.transfer.TransferMethod.BLIND;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.call.Deadline;
import org.supertransfer.callcontrol.EndCause;

/** What becomes of Bob when Carol cannot be had and Alice is gone; a restart; an inbound number as the target. */
class FallbackTest {
    /** Alice left, Carol's phone is called; the policy is this one. */
    private static TransferStory unattended(TransferMethod method, Fallback policy) {
        TransferStory story = TransferStory.of(method, policy);
        return method == ATTENDED ? story.when(COMPLETE) : story;
    }

    @Nested
    class Policy {
        @ParameterizedTest
        @CsvSource({
            "ATTENDED, QUEUE,  RECALLING",
            "ATTENDED, RECALL, RECALLING",
            "ATTENDED, HANGUP, RECALLING",
            "BLIND,    QUEUE,  FELL_BACK",
            "BLIND,    RECALL, RECALLING",
            "BLIND,    HANGUP, FAILED"
        })
        void allPossible_takesTheFirst(TransferMethod method, Fallback policy, TransferState state) {
            unattended(method, policy).targetGone(TransferReason.BUSY).isIn(state);
        }

        @ParameterizedTest
        @CsvSource({
            "ATTENDED, QUEUE,  FELL_BACK",
            "ATTENDED, RECALL, FELL_BACK",
            "ATTENDED, HANGUP, FAILED",
            "BLIND,    QUEUE,  FELL_BACK",
            "BLIND,    RECALL, FELL_BACK",
            "BLIND,    HANGUP, FAILED"
        })
        void aliceUnreachable_isNotRung(TransferMethod method, Fallback policy, TransferState state) {
            unattended(method, policy)
                    .transferorUnreachable()
                    .targetGone(TransferReason.BUSY)
                    .isIn(state);
        }

        @ParameterizedTest
        @CsvSource({
            "ATTENDED, QUEUE,  RECALLING",
            "ATTENDED, RECALL, RECALLING",
            "ATTENDED, HANGUP, RECALLING",
            "BLIND,    QUEUE,  RECALLING",
            "BLIND,    RECALL, RECALLING",
            "BLIND,    HANGUP, FAILED"
        })
        void noQueue_isNotTried(TransferMethod method, Fallback policy, TransferState state) {
            unattended(method, policy)
                    .withoutQueue()
                    .targetGone(TransferReason.BUSY)
                    .isIn(state);
        }

        @ParameterizedTest
        @EnumSource(TransferMethod.class)
        void nothingPossible_endsBobsCallWithTheReason(TransferMethod method) {
            unattended(method, Fallback.QUEUE)
                    .withoutQueue()
                    .transferorUnreachable()
                    .targetGone(TransferReason.BUSY)
                    .isIn(TransferState.FAILED)
                    .transfereeHears(EndCause.Kind.BUSY);
        }
    }

    @Nested
    class Recall {
        private TransferStory recalling() {
            return unattended(ATTENDED, Fallback.QUEUE)
                    .targetGone(TransferReason.BUSY)
                    .isIn(TransferState.RECALLING)
                    .does("dial O", "⏱rec");
        }

        @Test
        void aliceAnswers_talksWithBobAgain() {
            recalling()
                    .when(TRANSFEROR_ANSWERS)
                    .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                    .isIn(TransferState.RETURNED)
                    .toldInAll("TRANSFER_STARTED", "TRANSFER_FAILED busy", "RECONNECTING", "RETURNED");
        }

        @Test
        void aliceDoesNotAnswer_bobGoesToTheQueueAndSheIsTold() {
            recalling()
                    .when(Stimulus.over(Deadline.RECALL))
                    .isIn(TransferState.FELL_BACK)
                    .does("hang up O (cancelled)", "E to the queue", "clear ⏱")
                    .because(TransferReason.BUSY)
                    .toldInAll("TRANSFER_STARTED", "TRANSFER_FAILED busy", "RECONNECTING", "FELL_BACK");
        }

        @Test
        void aliceDeclines_bobGoesToTheQueue() {
            recalling().when(TRANSFEROR_GONE).isIn(TransferState.FELL_BACK).does("E to the queue", "clear ⏱");
        }

        @Test
        void aliceHangsUpAgain_isNotRungTwice() {
            recalling().when(TRANSFEROR_ANSWERS, TRANSFEROR_GONE).isIn(TransferState.FELL_BACK);
        }

        @Test
        void joinWithAliceFails_isNotRungAgain() {
            TransferStory.attended()
                    .ringing()
                    .targetGone(TransferReason.BUSY)
                    .when(Stimulus.notJoined(Pair.TRANSFEROR_TRANSFEREE))
                    .isIn(TransferState.FELL_BACK)
                    .does("hang up O (normal)", "E to the queue", "clear ⏱")
                    .toldInAll(
                            "TRANSFER_STARTED", "TARGET_RINGING", "TRANSFER_FAILED busy", "RECONNECTING", "FELL_BACK");
        }

        @Test
        void bobHangsUp_endsTheRinging() {
            recalling().when(TRANSFEREE_GONE).isIn(TransferState.ABANDONED).does("hang up O (cancelled)", "clear ⏱");
        }

        @Test
        void blind_tellsNothing() {
            unattended(BLIND, Fallback.RECALL)
                    .targetGone(TransferReason.BUSY)
                    .when(TRANSFEROR_ANSWERS)
                    .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                    .isIn(TransferState.RETURNED)
                    .toldInAll("TRANSFER_STARTED");
        }
    }

    @Nested
    class Supervisor {
        @Test
        void retrievesWhileItRings_asACancel() {
            TransferStory.attended()
                    .ringing()
                    .when(SUPERVISOR_RETRIEVES)
                    .isIn(TransferState.RETRIEVING)
                    .does("hang up T (cancelled)", "join O=E", "⏱sig");
        }

        @Test
        void retrievesFromABlindTransfer_asAFallback() {
            TransferStory.blind()
                    .when(SUPERVISOR_RETRIEVES)
                    .isIn(TransferState.FELL_BACK)
                    .does("hang up T (cancelled)", "E to the queue", "clear ⏱");
        }

        @ParameterizedTest
        @CsvSource({
            "ATTENDED, QUEUE,  RECALLING",
            "ATTENDED, HANGUP, RECALLING",
            "BLIND,    RECALL, RECALLING",
            "BLIND,    HANGUP, FELL_BACK"
        })
        void retrievesWhenAliceHasLeft_bobIsNotHungUpWhateverThePolicy(
                TransferMethod method, Fallback policy, TransferState state) {
            unattended(method, policy).when(SUPERVISOR_RETRIEVES).isIn(state);
        }

        @ParameterizedTest
        @EnumSource(TransferMethod.class)
        void retrievesWithoutAQueue_aliceIsRung(TransferMethod method) {
            unattended(method, Fallback.HANGUP)
                    .withoutQueue()
                    .when(SUPERVISOR_RETRIEVES)
                    .isIn(TransferState.RECALLING);
        }

        @ParameterizedTest
        @EnumSource(TransferMethod.class)
        void retrievesWhenAliceCannotBeRung_bobGoesToTheQueue(TransferMethod method) {
            unattended(method, Fallback.HANGUP)
                    .transferorUnreachable()
                    .when(SUPERVISOR_RETRIEVES)
                    .isIn(TransferState.FELL_BACK);
        }

        @ParameterizedTest
        @CsvSource({"ATTENDED, QUEUE", "ATTENDED, HANGUP", "BLIND, QUEUE", "BLIND, HANGUP"})
        void retrievesWithNobodyToTakeBob_isRejected(TransferMethod method, Fallback policy) {
            unattended(method, policy)
                    .withoutQueue()
                    .transferorUnreachable()
                    .when(SUPERVISOR_RETRIEVES)
                    .isRejected()
                    .isIn(TransferState.UNATTENDED);
        }

        @Test
        void retrievesAndAliceDoesNotAnswer_bobGoesToTheQueueWhateverThePolicy() {
            unattended(ATTENDED, Fallback.HANGUP)
                    .when(SUPERVISOR_RETRIEVES)
                    .when(Stimulus.over(Deadline.RECALL))
                    .isIn(TransferState.FELL_BACK);
        }

        @Test
        void retrievesDuringTheJoin_isRejected() {
            TransferStory.blind().when(TARGET_ANSWERS, SUPERVISOR_RETRIEVES).isRejected();
        }
    }

    @Nested
    class Restart {
        @Test
        void whileItRang_comesBack() {
            TransferStory.attended()
                    .ringing()
                    .when(RECOVERED)
                    .isIn(TransferState.RETRIEVING)
                    .because(TransferReason.RESTART);
        }

        @Test
        void afterABlindStart_hangsUpAliceAgainAndFallsBack() {
            TransferStory.blind()
                    .when(RECOVERED)
                    .isIn(TransferState.FELL_BACK)
                    .does("hang up O (transferred)", "hang up T (cancelled)", "E to the queue", "clear ⏱");
        }

        @Test
        void whileTheyTalked_joinsThemAgain() {
            TransferStory.consulting()
                    .when(RECOVERED)
                    .isIn(TransferState.CONSULTING)
                    .does("join O=T", "⏱sig");
        }
    }

    @Nested
    class TargetInbound {
        @Test
        void blind_waitsForTheQueuesDeadline() {
            TransferStory.toInbound(BLIND).does("hang up O (transferred)", "hold E", "dial T", "⏱queue");
        }

        @Test
        void nobodyComesInTime_isNoAnswerEvenWithoutRinging() {
            TransferStory.toInbound(ATTENDED)
                    .when(Stimulus.Kind.TRANSFEREE_HELD)
                    .when(Stimulus.over(Deadline.QUEUE))
                    .because(TransferReason.NO_ANSWER)
                    .isIn(TransferState.RETRIEVING);
        }

        @Test
        void noAgents_saysSo() {
            TransferStory.toInbound(ATTENDED)
                    .when(Stimulus.Kind.TRANSFEREE_HELD)
                    .targetGone(TransferReason.NO_AGENTS)
                    .toldInAll("TRANSFER_STARTED", "TRANSFER_FAILED no-agents", "RECONNECTING");
        }

        @Test
        void anAgentAnswers_completes() {
            TransferStory.toInbound(BLIND)
                    .when(TARGET_ANSWERS)
                    .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                    .isIn(TransferState.COMPLETED);
        }
    }
}
