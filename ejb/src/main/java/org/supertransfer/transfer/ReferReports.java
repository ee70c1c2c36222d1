package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.ReferId;

/** Tells the phone that ordered a transfer how it goes on: 180 when the target rings, and the outcome at the end. */
@ApplicationScoped
class ReferReports {
    private static final int RINGING = 180;

    @Inject
    private Switchboard board;

    /** After the commit of a move and before its effects, so that the outcome comes before the BYE. */
    void tell(LiveTransfer transfer, TransferSnapshot was, TransferSnapshot next) {
        ReferId refer = transfer.refer;
        if (refer == null || was.state().isEnding()) {
            return;
        }
        if (next.state().isEnding()) {
            int status = ReferAnswers.statusOf(next.state(), next.reason());
            board.control().reportRefer(refer, status, ReferAnswers.textOf(status));
        } else if (was.progress() != Progress.RANG && next.progress() == Progress.RANG) {
            board.control().reportRefer(refer, RINGING, "Ringing");
        }
    }
}
