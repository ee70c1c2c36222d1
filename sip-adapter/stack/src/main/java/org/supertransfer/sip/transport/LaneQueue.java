package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import java.net.DatagramPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Several bounded queues behind the one that the RI's channels take from: each taking thread gets a lane of its own, and
 * a datagram goes to the lane of its Call-ID. A full lane refuses, and what has waited too long is dropped: its sender
 * has sent it again meanwhile.
 */
final class LaneQueue extends LinkedBlockingQueue<DatagramQueuedMessageDispatch> {
    private static final long serialVersionUID = 1L;
    private static final int LANE_CAPACITY = 2_000;
    /** What would begin something goes first when much waits, so that calls that are up never do. */
    private static final int ROOM_TO_BEGIN = 500;

    private static final long MAX_AGE_MILLIS = 2_000;

    private final transient List<LinkedBlockingQueue<DatagramQueuedMessageDispatch>> lanes = new ArrayList<>();
    private final transient ThreadLocal<LinkedBlockingQueue<DatagramQueuedMessageDispatch>> mine;
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    LaneQueue(int count) {
        for (int lane = 0; lane < count; lane++) {
            lanes.add(new LinkedBlockingQueue<>(LANE_CAPACITY));
        }
        AtomicInteger next = new AtomicInteger();
        this.mine = ThreadLocal.withInitial(() -> lanes.get(next.getAndIncrement() % count));
    }

    /** Copies the datagram into its lane; drops it when the lane is too full for it, or when it must not be parsed. */
    void offer(DatagramPacket packet) {
        if (packet.getLength() > StackProperties.MAX_MESSAGE_BYTES
                || !WireCheck.passes(packet.getData(), packet.getLength())) {
            return;
        }
        LinkedBlockingQueue<DatagramQueuedMessageDispatch> lane =
                lanes.get(CallIdHash.of(packet.getData(), packet.getLength()) % lanes.size());
        boolean full = lane.size() >= ROOM_TO_BEGIN && Beginnings.isOne(packet.getData(), packet.getLength());
        if (full || !lane.offer(StripedUdpProcessor.copyOf(packet, System.currentTimeMillis()))) {
            dropped.incrementAndGet();
        }
    }

    @Override
    public DatagramQueuedMessageDispatch take() throws InterruptedException {
        while (true) {
            DatagramQueuedMessageDispatch next = mine.get().take();
            if (closed || System.currentTimeMillis() - next.getReceptionTime() <= MAX_AGE_MILLIS) {
                return next;
            }
            dropped.incrementAndGet();
        }
    }

    @Override
    public boolean isEmpty() {
        return lanes.stream().allMatch(LinkedBlockingQueue::isEmpty);
    }

    /** How many datagrams were refused or too old. */
    long dropped() {
        return dropped.get();
    }

    /** Wakes every taker; the channels then see that their processor runs no more. */
    void close() {
        closed = true;
        for (LinkedBlockingQueue<DatagramQueuedMessageDispatch> lane : lanes) {
            lane.clear();
            lane.add(new DatagramQueuedMessageDispatch(new DatagramPacket(new byte[0], 0), 0));
        }
    }
}
