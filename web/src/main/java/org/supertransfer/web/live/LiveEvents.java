package org.supertransfer.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.supertransfer.agent.LogInEnded;
import org.supertransfer.agent.PresenceChanged;
import org.supertransfer.call.CallChanged;
import org.supertransfer.transfer.TransferChanged;
import org.supertransfer.transfer.TransferMessage;

/**
 * Hears what was committed and hands it to the sockets. Runs on the mailbox's thread, with the other module's class
 * loader and naming: nothing is looked up here and nothing waits.
 */
@ApplicationScoped
public class LiveEvents {
    @Inject
    LiveSockets sockets;

    @Inject
    PresenceNews presenceNews;

    void on(@Observes CallChanged event) {
        sockets.toAgent(event.username(), () -> Frames.call(event.call()));
    }

    /** After its start a blind transfer is no longer its transferor's business. */
    void on(@Observes TransferChanged event) {
        if (event.forTransferor()) {
            sockets.toAgent(event.username(), () -> Frames.transfer(event.transfer()));
        }
    }

    void on(@Observes TransferMessage event) {
        sockets.toAgent(event.username(), () -> Frames.message(event));
    }

    void on(@Observes LogInEnded event) {
        sockets.end(event.username());
    }

    void on(@Observes PresenceChanged event) {
        sockets.toAgent(event.username(), () -> Frames.presence(event));
        presenceNews.add(event);
    }
}
