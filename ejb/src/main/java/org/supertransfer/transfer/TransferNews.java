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
            changed(transfer, first || transfer.isAttended());
        }
        written.messages().forEach(told::fire);
    }

    /** Something about a transfer that is over. */
    void changed(LiveTransfer transfer) {
        changed(transfer, transfer.isAttended());
    }

    private void changed(LiveTransfer transfer, boolean forTransferor) {
        changed.fire(new TransferChanged(transfer.row.transferor, forTransferor, transfer.view()));
    }
}
