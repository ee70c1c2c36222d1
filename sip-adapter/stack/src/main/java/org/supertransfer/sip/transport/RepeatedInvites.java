package org.supertransfer.sip.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

/**
 * Remembers INVITEs for longer than the stack does: when its transaction is forgotten a late retransmission looks new and
 * would ring a second time. Bounded in time and number.
 */
final class RepeatedInvites {
    /** What an INVITE is to those before it. */
    enum Look {
        /** None like it, or no INVITE at all. */
        NEW,
        /** The same again, its transaction gone: whoever answered it sends the answer again. */
        LATE,
        /** The same by another way (RFC 3261 section 8.2.2.2). */
        MERGED
    }

    private static final int MAX_REMEMBERED = 50_000;
    private static final long REMEMBERED_NANOS = 300_000_000_000L;

    private record Seen(String branch, long at) {}

    private final Map<String, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MAX_REMEMBERED
                    || System.nanoTime() - eldest.getValue().at() > REMEMBERED_NANOS;
        }
    };

    /** Looks at a request and remembers it. */
    synchronized Look look(Request request) {
        if (!Request.INVITE.equals(request.getMethod())) {
            return Look.NEW;
        }
        Seen now = new Seen(((ViaHeader) request.getHeader(ViaHeader.NAME)).getBranch(), System.nanoTime());
        Seen before = seen.putIfAbsent(key(request), now);
        if (before == null) {
            return Look.NEW;
        }
        return before.branch().equals(now.branch()) ? Look.LATE : Look.MERGED;
    }

    private static String key(Request invite) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        CallIdHeader callId = (CallIdHeader) invite.getHeader(CallIdHeader.NAME);
        CSeqHeader cseq = (CSeqHeader) invite.getHeader(CSeqHeader.NAME);
        return callId.getCallId() + '\n' + cseq.getSeqNumber() + '\n' + from.getTag();
    }
}
