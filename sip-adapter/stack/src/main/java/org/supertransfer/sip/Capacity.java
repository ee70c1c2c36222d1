package org.supertransfer.sip;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.supertransfer.sip.transport.Source;

/**
 * Whether there is room for one more call: not above so many at a time, and not while the application is that far behind
 * with those before. Who is refused may try again in a moment; who is let in is served in time.
 *
 * <p>Our own phones have some room that no trunk can take: the agents can call while customers flood in.
 */
final class Capacity implements Predicate<Source> {
    private static final System.Logger LOG = System.getLogger(Capacity.class.getName());
    private static final int MAX_UNHEARD = 50;
    private static final long BETWEEN_LINES_NANOS = 10_000_000_000L;

    private final int calls;
    private final IntSupplier up;
    private final IntSupplier unheard;
    private final Predicate<Source> trunk;
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES_NANOS);

    /**
     * @param calls most calls at a time
     * @param up how many there are
     * @param unheard how many callers wait for the application's first word
     * @param trunk who is a trunk
     */
    Capacity(int calls, IntSupplier up, IntSupplier unheard, Predicate<Source> trunk) {
        this.calls = calls;
        this.up = up;
        this.unheard = unheard;
        this.trunk = trunk;
    }

    @Override
    public boolean test(Source source) {
        boolean customer = trunk.test(source);
        int callsNow = up.getAsInt();
        int unheardNow = unheard.getAsInt();
        boolean room = callsNow < (customer ? calls : withReserve(calls))
                && unheardNow < (customer ? MAX_UNHEARD : withReserve(MAX_UNHEARD));
        if (!room) {
            tell(callsNow, unheardNow);
        }
        return room;
    }

    private static int withReserve(int limit) {
        return limit + limit / 10 + 1;
    }

    private void tell(int callsNow, int unheardNow) {
        long now = System.nanoTime();
        long last = lastLine.get();
        if (now - last >= BETWEEN_LINES_NANOS && lastLine.compareAndSet(last, now)) {
            LOG.log(
                    Level.WARNING,
                    "new calls are refused: {0} of at most {1} are there, {2} of them not yet looked at",
                    Integer.toString(callsNow),
                    Integer.toString(calls),
                    Integer.toString(unheardNow));
        }
    }
}
