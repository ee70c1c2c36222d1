package org.supertransfer.sip.leg;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One offer at a time in a dialog (RFC 3261 section 14.1, RFC 3264 section 4): INVITE transactions of both directions,
 * from the request to the ACK, pass here one by one. A leg's first INVITE holds the gate from the start.
 */
final class Gate {
    /** Who holds the gate. */
    enum Holder {
        NOBODY,
        /** A request of ours, until our ACK. */
        OURS,
        /** The party's request, until our final response or, for a 2xx, its ACK. */
        THEIRS
    }

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Holder holder;

    Gate(Holder first) {
        holder = first;
    }

    Holder holder() {
        return holder;
    }

    /** Runs the task as soon as the gate is ours; it must {@link #release} it when done. */
    void whenOurs(Runnable task) {
        waiting.add(task);
        next();
    }

    void theirs() {
        holder = Holder.THEIRS;
    }

    void release() {
        holder = Holder.NOBODY;
        next();
    }

    /** Forgets who waits: the dialog is over. */
    void close() {
        waiting.clear();
    }

    private void next() {
        if (holder == Holder.NOBODY && !waiting.isEmpty()) {
            holder = Holder.OURS;
            waiting.remove().run();
        }
    }
}
