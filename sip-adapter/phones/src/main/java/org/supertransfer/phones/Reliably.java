package org.supertransfer.phones;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Provisional responses of a phone that arrive for sure (RFC 3262 section 3): one at a time, each until its PRACK. */
final class Reliably {
    private final PhoneCall call;
    private final Consumer<Response> wire;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Response open;
    private long number = 1;

    /** @param wire sends a response in the INVITE's transaction */
    Reliably(PhoneCall call, Consumer<Response> wire) {
        this.call = call;
        this.wire = wire;
    }

    /** The number of a response that wants a PRACK. */
    static Optional<Long> numberOf(Response response) {
        boolean wanted = Messages.values(response, "Require").stream().anyMatch(tag -> tag.contains("100rel"));
        return wanted ? Messages.values(response, "RSeq").stream().findFirst().map(Long::valueOf) : Optional.empty();
    }

    /** Whether who sent this understands. */
    static boolean supportedBy(Message message) {
        return Messages.values(message, "Supported").stream().anyMatch(tag -> tag.contains("100rel"))
                || Messages.values(message, "Require").stream().anyMatch(tag -> tag.contains("100rel"));
    }

    void send(Response response) {
        whenHeard(() -> {
            response.setHeader(Messages.header("Require", "100rel"));
            response.setHeader(Messages.header("RSeq", Long.toString(++number)));
            open = response;
            again(response, CalledSide.T1);
        });
    }

    private void again(Response response, Duration pause) {
        if (open == response && call.live()) {
            wire.accept(response);
            call.after(pause, () -> again(response, pause.multipliedBy(2)));
        }
    }

    /** Runs a task as soon as every response so far was acknowledged. */
    void whenHeard(Runnable task) {
        waiting.add(task);
        next();
    }

    private void next() {
        while (open == null && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** Takes a PRACK; false when no response waits for it. */
    boolean acknowledged(Request prack) {
        String wanted = number + " ";
        boolean matches =
                open != null && Messages.values(prack, "RAck").stream().anyMatch(value -> value.startsWith(wanted));
        if (matches) {
            open = null;
            next();
        }
        return matches;
    }
}
