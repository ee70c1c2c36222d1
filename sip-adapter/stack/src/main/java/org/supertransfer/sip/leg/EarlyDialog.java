package org.supertransfer.sip.leg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * One early dialog of an unanswered caller (RFC 3261 section 12.1.1), under a To tag of ours. Its reliable provisional
 * responses go out one at a time, each again and again until its PRACK (RFC 3262 section 3).
 */
final class EarlyDialog {
    private static final int LARGEST_FIRST = 1 << 20;

    private final Call call;
    private final ServerTransaction tx;
    private final String tag;
    private final Runnable unheard;
    private final Deque<Reliable> waiting = new ArrayDeque<>();
    private @Nullable Reliable open;
    private @Nullable Retransmission again;
    private @Nullable Runnable whenSettled;
    private long number;
    private long remoteCSeq;
    private long heard;

    /**
     * A provisional response that waits for its PRACK.
     *
     * @param described whether it carries a session description, so that no 2xx may overtake it
     */
    private record Reliable(Response response, boolean described, Consumer<Request> acknowledged) {}

    /** @param unheard runs when a reliable response got no PRACK in time */
    EarlyDialog(Call call, ServerTransaction tx, String tag, Runnable unheard) {
        this.call = call;
        this.tx = tx;
        this.tag = tag;
        this.unheard = unheard;
        this.remoteCSeq = Parts.cseq(tx.getRequest());
        this.number = call.timing().random().nextInt(1, LARGEST_FIRST);
    }

    String tag() {
        return tag;
    }

    long remoteCSeq() {
        return remoteCSeq;
    }

    /** Sends a provisional response with the number after the last; {@code acknowledged} gets its PRACK. */
    void send(Response response, Consumer<Request> acknowledged) {
        response.addHeader(Parts.header("Require", Capabilities.RELIABLE));
        waiting.add(new Reliable(response, Parts.hasBody(response), acknowledged));
        next();
    }

    private void next() {
        if (open == null && !waiting.isEmpty()) {
            open = waiting.remove();
            open.response.setHeader(Parts.header("RSeq", Long.toString(++number)));
            again = new Retransmission(call, open.response, tx, unheard);
            call.wire().answer(tx, open.response);
            again.start();
        }
    }

    /** Whether a request of the caller is newer than its last (RFC 3261 section 12.2.2). */
    boolean take(Request request) {
        boolean newer = Parts.cseq(request) > remoteCSeq;
        remoteCSeq = Math.max(remoteCSeq, Parts.cseq(request));
        return newer;
    }

    /** Whether a PRACK names the response that waits for it. */
    boolean waitsFor(Request prack) {
        String wanted = number + " " + Parts.cseq(tx.getRequest()) + " " + Request.INVITE;
        return open != null && Parts.value(prack, "RAck").filter(wanted::equals).isPresent();
    }

    /** Takes the PRACK that {@link #waitsFor} was true of. */
    void acknowledged(Request prack) {
        Reliable acknowledged = open;
        stopRepeating();
        open = null;
        heard = number;
        if (acknowledged != null) {
            acknowledged.acknowledged.accept(prack);
        }
        next();
        settle();
    }

    /** Whether any response was acknowledged: the caller has this dialog for sure. */
    boolean heard() {
        return heard > 0;
    }

    /** Runs the task as soon as no session description waits for its PRACK: no 2xx before (RFC 3262 section 5). */
    void whenSettled(Runnable task) {
        whenSettled = task;
        settle();
    }

    private void settle() {
        Runnable task = whenSettled;
        boolean openWords = open != null && open.described;
        if (task != null && !openWords && waiting.stream().noneMatch(Reliable::described)) {
            whenSettled = null;
            close();
            task.run();
        }
    }

    /** Sends nothing more; a PRACK that is still on its way is taken. */
    void close() {
        waiting.clear();
        stopRepeating();
    }

    private void stopRepeating() {
        if (again != null) {
            again.stop();
            again = null;
        }
    }
}
