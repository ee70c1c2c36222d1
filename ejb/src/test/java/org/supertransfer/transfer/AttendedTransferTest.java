package org.supertransfer.transfer;

import static org.supertransfer.transfer.Stimulus.Kind.CANCEL;
import static org.supertransfer.transfer.Stimulus.Kind.COMPLETE;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_ANSWERS;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_HEARD;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_RINGS;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEREE_GONE;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEREE_HELD;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEROR_GONE;
import static org.supertransfer.transfer.TransferStory.attended;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.call.Deadline;

/** "The agent stays on the line until the transfer is complete", hand-over on answer. */
class AttendedTransferTest {
    @Nested
    class HandOverOnAnswer {
        @Test
        void start_holdsBobAndAliceAndKeepsHerOnTheLine() {
            attended()
                    .isIn(TransferState.HOLDING)
                    .does("hold E", "hold O", "⏱sig")
                    .toldInAll("TRANSFER_STARTED");
        }

        @Test
        void bobHeld_dialsCarol() {
            attended().when(TRANSFEREE_HELD).isIn(TransferState.DIALING).does("dial T", "⏱ans");
        }

        @Test
        void carolAnswers_joinsHerWithBobAndEndsAlicesCall() {
            attended()
                    .ringing()
                    .isIn(TransferState.RINGING)
                    .when(TARGET_ANSWERS)
                    .isIn(TransferState.CONNECTING)
                    .does("join E=T", "⏱sig")
                    .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                    .isIn(TransferState.COMPLETED)
                    .does("hang up O (transferred)", "clear ⏱")
                    .because(null)
                    .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
        }

        @Test
        void carolAnswersWithoutRinging_isJoinedAllTheSame() {
            attended()
                    .when(TRANSFEREE_HELD, TARGET_ANSWERS)
                    .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                    .toldInAll("TRANSFER_STARTED", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
        }

        @Test
        void secondPhoneRings_tellsOnce() {
            attended().ringing().when(TARGET_RINGS).isIgnored().toldInAll("TRANSFER_STARTED", "TARGET_RINGING");
        }
    }

    @Nested
    class CarolCannotBeHad {
        @Test
        void busy_comesBackWithTheReason() {
            attended()
                    .when(TRANSFEREE_HELD)
                    .targetGone(TransferReason.BUSY)
                    .isIn(TransferState.RETRIEVING)
                    .does("join O=E", "⏱sig")
                    .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                    .isIn(TransferState.RETURNED)
                    .does("clear ⏱")
                    .because(TransferReason.BUSY)
                    .toldInAll("TRANSFER_STARTED", "TRANSFER_FAILED busy", "RECONNECTING", "RETURNED");
        }

        @ParameterizedTest
        @EnumSource(
                value = TransferReason.class,
                names = {"DECLINED", "NOT_FOUND", "UNREACHABLE", "TRUNK_REFUSED", "MEDIA_FAILED", "NO_AGENTS"})
        void everyOtherFailure_saysItsReason(TransferReason reason) {
            attended()
                    .ringing()
                    .targetGone(reason)
                    .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                    .toldInAll(
                            "TRANSFER_STARTED",
                            "TARGET_RINGING",
                            "TRANSFER_FAILED " + reason.code(),
                            "RECONNECTING",
                            "RETURNED");
        }

        @Test
        void ringsForEver_comesBackAsNoAnswer() {
            attended()
                    .ringing()
                    .when(Stimulus.over(Deadline.ANSWER))
                    .does("hang up T (cancelled)", "join O=E", "⏱sig")
                    .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                    .because(TransferReason.NO_ANSWER)
                    .toldInAll(
                            "TRANSFER_STARTED",
                            "TARGET_RINGING",
                            "TARGET_NO_ANSWER no-answer",
                            "RECONNECTING",
                            "RETURNED");
        }

        @Test
        void any1xxAndThenNothing_isNoAnswerToo() {
            attended()
                    .when(TRANSFEREE_HELD, TARGET_HEARD)
                    .when(Stimulus.over(Deadline.ANSWER))
                    .because(TransferReason.NO_ANSWER);
        }

        @Test
        void noReplyAtAll_isUnreachable() {
            attended()
                    .when(TRANSFEREE_HELD)
                    .when(Stimulus.over(Deadline.ANSWER))
                    .because(TransferReason.UNREACHABLE)
                    .toldInAll("TRANSFER_STARTED", "TRANSFER_FAILED unreachable", "RECONNECTING");
        }

        @Test
        void answersAndHangsUpBeforeTheJoin_comesBack() {
            attended()
                    .ringing()
                    .when(TARGET_ANSWERS)
                    .targetGone(TransferReason.TARGET_HUNG_UP)
                    .isIn(TransferState.RETRIEVING)
                    .does("join O=E", "⏱sig");
        }

        @Test
        void joinFails_hangsUpCarolAndComesBack() {
            attended()
                    .ringing()
                    .when(TARGET_ANSWERS)
                    .when(Stimulus.notJoined(Pair.TRANSFEREE_TARGET))
                    .isIn(TransferState.RETRIEVING)
                    .does("hang up T (normal)", "join O=E", "⏱sig")
                    .because(TransferReason.MEDIA_FAILED);
        }

        @Test
        void joinIsSilent_comesBackByTheDeadline() {
            attended()
                    .ringing()
                    .when(TARGET_ANSWERS)
                    .when(Stimulus.over(Deadline.SIGNALLING))
                    .isIn(TransferState.RETRIEVING);
        }

        @Test
        void bobIsNeverHeld_comesBackByTheDeadline() {
            attended()
                    .when(Stimulus.over(Deadline.SIGNALLING))
                    .isIn(TransferState.RETRIEVING)
                    .does("join O=E", "⏱sig");
        }
    }

    @Nested
    class AliceChangesHerMind {
        @Test
        void cancelWhileItRings_cancelsCarolAndReturns() {
            attended()
                    .ringing()
                    .when(CANCEL)
                    .does("hang up T (cancelled)", "join O=E", "⏱sig")
                    .when(CANCEL)
                    .isIgnored()
                    .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                    .isIn(TransferState.RETURNED)
                    .because(TransferReason.CANCELLED)
                    .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "CANCELLED", "RECONNECTING", "RETURNED");
        }

        @Test
        void carolAnswersAfterTheCancel_isNotHeard() {
            attended().ringing().when(CANCEL, TARGET_ANSWERS).isIgnored().isIn(TransferState.RETRIEVING);
        }

        @Test
        void cancelAfterTheAnswer_isTooLate() {
            attended().ringing().when(TARGET_ANSWERS, CANCEL).isRejected();
        }

        @Test
        void swapWithoutConsultation_isRejected() {
            attended().ringing().when(Stimulus.Kind.SWAP).isRejected();
        }

        @Test
        void completeWhileItRings_letsAliceGo() {
            attended()
                    .ringing()
                    .when(COMPLETE)
                    .isIn(TransferState.UNATTENDED)
                    .does("hang up O (transferred)")
                    .when(COMPLETE)
                    .isIgnored();
        }

        @Test
        void completeWhileBobIsBeingHeld_dialsCarolWithoutAlice() {
            attended().when(COMPLETE).isIn(TransferState.UNATTENDED).does("hang up O (transferred)", "dial T", "⏱ans");
        }

        @Test
        void completeWhileTheCallComesBack_isRejected() {
            attended().ringing().when(CANCEL, COMPLETE).isRejected();
        }
    }

    @Nested
    class AliceHangsUpEarly {
        @Test
        void whileBobIsBeingHeld_theTransferGoesOn() {
            attended().when(TRANSFEROR_GONE).isIn(TransferState.UNATTENDED).does("dial T", "⏱ans");
        }

        @Test
        void whileItRings_theTransferGoesOnInTheSameTime() {
            attended()
                    .ringing()
                    .when(TRANSFEROR_GONE)
                    .isIn(TransferState.UNATTENDED)
                    .does()
                    .when(TARGET_ANSWERS)
                    .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                    .isIn(TransferState.COMPLETED)
                    .does("clear ⏱")
                    .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
        }

        @Test
        void whileTheJoinIsUnderWay_theTransferGoesOn() {
            attended()
                    .ringing()
                    .when(TARGET_ANSWERS, TRANSFEROR_GONE)
                    .isIn(TransferState.CONNECTING)
                    .does()
                    .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                    .isIn(TransferState.COMPLETED)
                    .does("clear ⏱");
        }

        @Test
        void whileTheCallComesBack_sheIsRungAgain() {
            attended()
                    .ringing()
                    .targetGone(TransferReason.DECLINED)
                    .when(TRANSFEROR_GONE)
                    .isIn(TransferState.RECALLING)
                    .does("dial O", "⏱rec")
                    .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TRANSFER_FAILED declined", "RECONNECTING");
        }
    }

    @Nested
    class BobHangsUp {
        @Test
        void whileHeIsBeingHeld_endsAlicesCall() {
            attended().when(TRANSFEREE_GONE).isIn(TransferState.ABANDONED).does("hang up O (normal)", "clear ⏱");
        }

        @Test
        void whileItRings_nothingComesBack() {
            attended()
                    .ringing()
                    .when(TRANSFEREE_GONE)
                    .isIn(TransferState.ABANDONED)
                    .does("hang up T (cancelled)", "hang up O (normal)", "clear ⏱")
                    .because(TransferReason.TRANSFEREE_HUNG_UP)
                    .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TRANSFEREE_HUNG_UP");
        }

        @Test
        void whileHeIsJoinedWithCarol_endsBothCalls() {
            attended()
                    .ringing()
                    .when(TARGET_ANSWERS, TRANSFEREE_GONE)
                    .isIn(TransferState.ABANDONED)
                    .does("hang up T (normal)", "hang up O (normal)", "clear ⏱");
        }

        @Test
        void whileTheCallComesBack_endsAlicesCall() {
            attended()
                    .ringing()
                    .targetGone(TransferReason.BUSY)
                    .when(TRANSFEREE_GONE)
                    .isIn(TransferState.ABANDONED)
                    .does("hang up O (normal)", "clear ⏱")
                    .because(TransferReason.TRANSFEREE_HUNG_UP);
        }
    }
}
