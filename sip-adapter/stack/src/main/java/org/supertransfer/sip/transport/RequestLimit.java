package org.supertransfer.sip.transport;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How many requests that begin something one address may send, and all strangers together: a bucket for each address that
 * fills up again by the second, and a larger one for all. Remembers a bounded number of addresses, so that a flood of forged
 * ones costs no memory.
 */
public final class RequestLimit {
    /** What to do with a request. */
    enum Verdict {
        TAKE,
        /** Answer 503: it may be somebody in a hurry. */
        REFUSE,
        /** Answer nothing: whoever goes on like this learns nothing and gets no echo. */
        DROP
    }

    private static final int MAX_ADDRESSES = 10_000;
    private static final int BURST_SECONDS = 4;
    /** So many addresses may send as much as one may; the sender of a datagram is easily forged. */
    private static final int ADDRESSES_AT_ONCE = 20;

    private static final double NANOS = 1e9;

    private record Bucket(double tokens, long at) {
        /** One token later. */
        Bucket less(int perSecond, long now) {
            double most = (double) perSecond * BURST_SECONDS;
            double filled = Math.min(most, tokens + (now - at) / NANOS * perSecond);
            return new Bucket(Math.max(-2.0 * perSecond, filled - 1), now);
        }
    }

    private final int perSecond;
    private final Predicate<Source> exempt;
    private final LongSupplier nanos;
    private Bucket everybody;
    private final Map<String, Bucket> buckets = BoundedMap.byUse(MAX_ADDRESSES);

    /**
     * @param perSecond for each address, four times as many at once; 0 for no limit
     * @param exempt whom it does not concern: trunks, registered phones
     */
    public RequestLimit(int perSecond, Predicate<Source> exempt) {
        this(perSecond, exempt, System::nanoTime);
    }

    RequestLimit(int perSecond, Predicate<Source> exempt, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.exempt = exempt;
        this.nanos = nanos;
        this.everybody = new Bucket((double) ADDRESSES_AT_ONCE * perSecond * BURST_SECONDS, nanos.getAsLong());
    }

    /** Whether it is nobody of ours. */
    boolean isStranger(Source source) {
        return !exempt.test(source);
    }

    Verdict judge(Source source) {
        if (perSecond == 0 || exempt.test(source)) {
            return Verdict.TAKE;
        }
        double left = take(source.host());
        return left >= 0 ? Verdict.TAKE : left >= -perSecond ? Verdict.REFUSE : Verdict.DROP;
    }

    private synchronized double take(String host) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(host, new Bucket((double) perSecond * BURST_SECONDS, now));
        Bucket own = before.less(perSecond, now);
        buckets.put(host, own);
        if (own.tokens() < 0) {
            return own.tokens();
        }
        everybody = everybody.less(ADDRESSES_AT_ONCE * perSecond, now);
        return everybody.tokens() < 0 ? -2.0 * perSecond : own.tokens();
    }

    synchronized int remembered() {
        return buckets.size();
    }
}
