package org.supertransfer.transfer;

import static org.supertransfer.transfer.Stimulus.Kind.CANCEL;
import static org.supertransfer.transfer.Stimulus.Kind.COMPLETE;
import static org.supertransfer.transfer.Stimulus.Kind.SWAP;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_ANSWERS;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEREE_GONE;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEROR_GONE;
import static org.supertransfer.transfer.TransferStory.consult;
import static org.supertransfer.transfer.TransferStory.consulting;

import org.junit.jupiter.api.Test;
import org.supertransfer.call.Deadline;

/** "O talks to T while E is held, may swap between T and E, then completes or cancels." */
class ConsultedTransferTest {
    @Test
    void carolAnswers_talksWithAliceWhileBobIsHeld() {
        consult()
                .ringing()
                .when(TARGET_ANSWERS)
                .isIn(TransferState.CONSULTING)
                .does("join O=T", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEROR_TARGET))
                .isIn(TransferState.CONSULTING)
                .does("clear ⏱")
                .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED");
    }

    @Test
    void complete_joinsBobWithCarolThenEndsAlicesCall() {
        consulting()
                .when(COMPLETE)
                .isIn(TransferState.CONNECTING)
                .does("join E=T", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                .isIn(TransferState.COMPLETED)
                .does("hang up O (transferred)", "clear ⏱")
                .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
    }

    @Test
    void completeBeforeTheJoinWithAliceIsDone_joinsBobWithCarol() {
        consult().ringing().when(TARGET_ANSWERS, COMPLETE).isIn(TransferState.CONNECTING);
    }

    @Test
    void cancel_hangsUpCarolAndReturns() {
        consulting()
                .when(CANCEL)
                .does("hang up T (normal)", "join O=E", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                .isIn(TransferState.RETURNED)
                .toldInAll(
                        "TRANSFER_STARTED",
                        "TARGET_RINGING",
                        "TARGET_ANSWERED",
                        "CANCELLED",
                        "RECONNECTING",
                        "RETURNED");
    }

    @Test
    void swap_goesToBobAndBack() {
        consulting()
                .when(SWAP)
                .isIn(TransferState.ASIDE)
                .does("hold T", "join O=E", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                .isIn(TransferState.ASIDE)
                .does("clear ⏱")
                .when(SWAP)
                .isIn(TransferState.CONSULTING)
                .does("hold E", "join O=T", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEROR_TARGET))
                .does("clear ⏱");
    }

    @Test
    void completeWhileAside_joinsBobWithCarol() {
        consulting().when(SWAP, COMPLETE).isIn(TransferState.CONNECTING).does("join E=T", "⏱sig");
    }

    @Test
    void cancelWhileAside_hangsUpCarol() {
        consulting().when(SWAP, CANCEL).isIn(TransferState.RETRIEVING).does("hang up T (normal)", "join O=E", "⏱sig");
    }

    @Test
    void joinWithCarolFails_comesBack() {
        consult()
                .ringing()
                .when(TARGET_ANSWERS)
                .when(Stimulus.notJoined(Pair.TRANSFEROR_TARGET))
                .isIn(TransferState.RETRIEVING)
                .because(TransferReason.MEDIA_FAILED);
    }

    @Test
    void joinWithCarolIsSilent_comesBackByTheDeadline() {
        consult()
                .ringing()
                .when(TARGET_ANSWERS)
                .when(Stimulus.over(Deadline.SIGNALLING))
                .isIn(TransferState.RETRIEVING);
    }

    @Test
    void joinWithBobFailsAside_comesBackAltogether() {
        consulting()
                .when(SWAP)
                .when(Stimulus.notJoined(Pair.TRANSFEROR_TRANSFEREE))
                .isIn(TransferState.RETRIEVING)
                .does("hang up T (normal)", "join O=E", "⏱sig");
    }

    @Test
    void lateDeadlineWhileTheyTalk_isIgnored() {
        consulting().when(Stimulus.over(Deadline.SIGNALLING)).isIgnored();
    }

    @Test
    void carolHangsUp_comesBack() {
        consulting()
                .targetGone(TransferReason.TARGET_HUNG_UP)
                .isIn(TransferState.RETRIEVING)
                .does("join O=E", "⏱sig")
                .toldInAll(
                        "TRANSFER_STARTED",
                        "TARGET_RINGING",
                        "TARGET_ANSWERED",
                        "TRANSFER_FAILED target-hung-up",
                        "RECONNECTING");
    }

    @Test
    void carolHangsUpAside_keepsAliceWithBob() {
        consulting()
                .when(SWAP)
                .targetGone(TransferReason.TARGET_HUNG_UP)
                .isIn(TransferState.RETRIEVING)
                .does("join O=E", "⏱sig");
    }

    @Test
    void aliceHangsUp_joinsBobWithCarol() {
        consulting().when(TRANSFEROR_GONE).isIn(TransferState.CONNECTING).does("join E=T", "⏱sig");
    }

    @Test
    void aliceHangsUpAside_joinsBobWithCarol() {
        consulting().when(SWAP, TRANSFEROR_GONE).isIn(TransferState.CONNECTING).does("join E=T", "⏱sig");
    }

    @Test
    void bobHangsUp_leavesAliceWithCarol() {
        consulting()
                .when(TRANSFEREE_GONE)
                .isIn(TransferState.ABANDONED)
                .does("join O=T")
                .because(TransferReason.TRANSFEREE_HUNG_UP)
                .toldInAll("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFEREE_HUNG_UP");
    }

    @Test
    void bobHangsUpAside_leavesAliceWithCarol() {
        consulting().when(SWAP, TRANSFEREE_GONE).isIn(TransferState.ABANDONED).does("join O=T", "clear ⏱");
    }

    @Test
    void completedJoinFails_comesBackToAlice() {
        consulting()
                .when(COMPLETE)
                .when(Stimulus.notJoined(Pair.TRANSFEREE_TARGET))
                .isIn(TransferState.RETRIEVING)
                .does("hang up T (normal)", "join O=E", "⏱sig");
    }

    @Test
    void reportOfAnEarlierJoin_isIgnored() {
        consulting()
                .when(SWAP)
                .when(Stimulus.notJoined(Pair.TRANSFEROR_TARGET))
                .isIgnored()
                .isIn(TransferState.ASIDE);
    }
}
