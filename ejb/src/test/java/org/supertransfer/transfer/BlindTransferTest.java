package org.supertransfer.transfer;

import static org.supertransfer.transfer.Stimulus.Kind.CANCEL;
import static org.supertransfer.transfer.Stimulus.Kind.COMPLETE;
import static org.supertransfer.transfer.Stimulus.Kind.SWAP;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_ANSWERS;
import static org.supertransfer.transfer.Stimulus.Kind.TARGET_RINGS;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEREE_GONE;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEREE_HELD;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEROR_ANSWERS;
import static org.supertransfer.transfer.Stimulus.Kind.TRANSFEROR_GONE;
import static org.supertransfer.transfer.TransferStory.blind;

import org.junit.jupiter.api.Test;
import org.supertransfer.call.Deadline;

/** "The agent's leg is closed as the transfer begins. The agent sees "transfer started" and then nothing more." */
class BlindTransferTest {
    @Test
    void start_closesAlicesLegAtOnce() {
        blind().isIn(TransferState.UNATTENDED)
                .does("hang up O (transferred)", "hold E", "dial T", "⏱ans")
                .toldInAll("TRANSFER_STARTED");
    }

    @Test
    void carolAnswers_joinsHerWithBobAndTellsNothing() {
        blind().when(TRANSFEREE_HELD)
                .isIgnored()
                .when(TARGET_RINGS)
                .isIgnored()
                .when(TARGET_ANSWERS)
                .isIn(TransferState.CONNECTING)
                .does("join E=T", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEREE_TARGET))
                .isIn(TransferState.COMPLETED)
                .does("clear ⏱")
                .toldInAll("TRANSFER_STARTED");
    }

    @Test
    void carolIsBusy_bobGoesToTheQueueAndNothingIsTold() {
        blind().targetGone(TransferReason.BUSY)
                .isIn(TransferState.FELL_BACK)
                .does("E to the queue", "clear ⏱")
                .because(TransferReason.BUSY)
                .toldInAll("TRANSFER_STARTED");
    }

    @Test
    void carolRingsForEver_bobGoesToTheQueue() {
        blind().when(TARGET_RINGS)
                .when(Stimulus.over(Deadline.ANSWER))
                .isIn(TransferState.FELL_BACK)
                .does("hang up T (cancelled)", "E to the queue", "clear ⏱")
                .because(TransferReason.NO_ANSWER)
                .toldInAll("TRANSFER_STARTED");
    }

    @Test
    void joinFails_bobGoesToTheQueue() {
        blind().when(TARGET_ANSWERS)
                .when(Stimulus.notJoined(Pair.TRANSFEREE_TARGET))
                .isIn(TransferState.FELL_BACK)
                .does("hang up T (normal)", "E to the queue", "clear ⏱");
    }

    @Test
    void bobHangsUp_endsCarolsRinging() {
        blind().when(TRANSFEREE_GONE)
                .isIn(TransferState.ABANDONED)
                .does("hang up T (cancelled)", "clear ⏱")
                .because(TransferReason.TRANSFEREE_HUNG_UP)
                .toldInAll("TRANSFER_STARTED");
    }

    @Test
    void alicesLateBye_changesNothing() {
        blind().when(TRANSFEROR_GONE).isIgnored();
    }

    @Test
    void completeAndSwap_haveNothingToDo() {
        blind().when(COMPLETE).isIgnored().when(SWAP).isRejected();
    }

    @Test
    void pullBackInTime_ringsAliceAgainAndReturnsBob() {
        blind().withPullBack()
                .when(CANCEL)
                .isIn(TransferState.RECALLING)
                .does("hang up T (cancelled)", "dial O", "⏱rec")
                .when(TRANSFEROR_ANSWERS)
                .isIn(TransferState.RETRIEVING)
                .does("join O=E", "⏱sig")
                .when(Stimulus.joined(Pair.TRANSFEROR_TRANSFEREE))
                .isIn(TransferState.RETURNED)
                .because(TransferReason.PULLED_BACK)
                .toldInAll("TRANSFER_STARTED");
    }

    @Test
    void pullBackTooLate_isRejected() {
        blind().when(CANCEL).isRejected().isIn(TransferState.UNATTENDED);
    }

    @Test
    void pullBackByAnUnreachableAlice_doesNotCostBobHisTarget() {
        blind().withPullBack().transferorUnreachable().when(CANCEL).isRejected();
    }
}
