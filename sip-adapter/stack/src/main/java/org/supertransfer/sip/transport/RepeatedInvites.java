package org.supertransfer.sip.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;

/**
 * Remembers INVITEs outside dialogs for longer than the stack does: when its transaction is forgotten a late
 * retransmission looks new and would ring a second time. Bounded in time and number.
 */
final class RepeatedInvites {
    private static final int MAX_REMEMBERED = 50_000;
    private static final long REMEMBERED_MILLIS = 300_000;

    private final Map<String, Long> seenAt = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_REMEMBERED || now() - eldest.getValue() > REMEMBERED_MILLIS;
        }
    };

    /** Whether this INVITE came before; remembers it. Other requests never did. */
    synchronized boolean contains(Request request) {
        return Request.INVITE.equals(request.getMethod()) && seenAt.putIfAbsent(key(request), now()) != null;
    }

    private static String key(Request invite) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        CallIdHeader callId = (CallIdHeader) invite.getHeader(CallIdHeader.NAME);
        CSeqHeader cseq = (CSeqHeader) invite.getHeader(CSeqHeader.NAME);
        return callId.getCallId() + '\n' + cseq.getSeqNumber() + '\n' + from.getTag();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
