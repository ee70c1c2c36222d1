package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import java.lang.reflect.Field;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * A look at what the RI has yet to write to each connection: a queue without end, in a private field. While something waits
 * in it the RI reads nothing from that connection, and so does not even notice that it is gone.
 */
final class Unsent {
    private record Head(Object message, long since) {}

    private final Map<SocketChannel, ? extends Queue<?>> queues;
    /** What was next for each connection at an earlier sweep; used by one thread. */
    private final Map<SocketChannel, Head> heads = new HashMap<>();

    Unsent(NioTcpMessageProcessor processor) {
        this.queues = queuesOf(processor);
    }

    @SuppressWarnings("unchecked")
    private static Map<SocketChannel, ? extends Queue<?>> queuesOf(NioTcpMessageProcessor processor) {
        try {
            Field field = NioTcpMessageProcessor.class.getDeclaredField("pendingData");
            field.setAccessible(true);
            return (Map<SocketChannel, ? extends Queue<?>>) field.get(processor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another SIP stack than the one this was written for", e);
        }
    }

    /** Whether at least so many messages wait for it. */
    boolean isAtLeast(SocketChannel connection, int messages) {
        Queue<?> queue = queues.get(connection);
        return queue != null && queue.size() >= messages;
    }

    /** The connections that have not taken a single message for so long, though one waits. */
    List<SocketChannel> stuck(long nowMillis, long patienceMillis) {
        Map<SocketChannel, Head> found = new HashMap<>();
        synchronized (queues) {
            queues.forEach((connection, queue) -> {
                Object next = queue.peek();
                Head before = heads.get(connection);
                if (next != null) {
                    found.put(
                            connection, before != null && before.message == next ? before : new Head(next, nowMillis));
                }
            });
        }
        heads.clear();
        heads.putAll(found);
        return found.entrySet().stream()
                .filter(entry -> nowMillis - entry.getValue().since() > patienceMillis)
                .map(Map.Entry::getKey)
                .toList();
    }
}
