package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Fires what the pages show, after the commit. */
@ApplicationScoped
class TransferNews {
    @Inject
    private Event<TransferChanged> changed;

    @Inject
    private Event<TransferMessage> told;

    /** The transferor of a blind transfer is shown its first move and nothing after that. */
    void tell(LiveTransfer transfer, TransferSteps.Written written, boolean first) {
        if (written.shown()) {
            boolean forTransferor = first || transfer.isAttended();
            changed.fire(new TransferChanged(transfer.row.transferor, forTransferor, transfer.view()));
        }
        written.messages().forEach(told::fire);
    }
}
