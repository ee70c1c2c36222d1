package org.supertransfer.simulation;

import java.util.concurrent.Future;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** A phone's 2xx to an INVITE, again and again until its ACK comes (RFC 3261 section 13.3.1.4). */
final class Insistence {
    private final SimNode node;
    private final Response ok;
    private final Runnable unheard;
    private long left = SimTransaction.GIVE_UP;
    private @Nullable Future<?> next;

    Insistence(SimNode node, Response ok, Runnable unheard) {
        this.node = node;
        this.ok = ok;
        this.unheard = unheard;
        pause(SimTransaction.T1);
    }

    long cseq() {
        return PhoneDialog.cseq(ok);
    }

    private void pause(long pause) {
        left -= pause;
        next = node.after(pause, () -> again(pause));
    }

    private void again(long pause) {
        if (left <= 0) {
            unheard.run();
        } else {
            node.sendResponse((Response) ok.clone());
            pause(Math.min(2 * pause, SimTransaction.T2));
        }
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
        }
    }
}
