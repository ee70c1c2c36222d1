package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.util.LinkedList;

/**
 * UDP with one receiver and lanes by Call-ID. The RI's own pool takes the messages of one call in any order (a BYE before
 * its ACK), gives each datagram a buffer of its own of the largest size in a queue without end, and its only receiver
 * dies of the first Error.
 */
final class StripedUdpProcessor extends UDPMessageProcessor {
    private static final System.Logger LOG = System.getLogger(StripedUdpProcessor.class.getName());
    private static final int LANES = 8;

    private final LaneQueue lanes = new LaneQueue(LANES);
    private volatile boolean open = true;

    StripedUdpProcessor(InetAddress address, SIPTransactionStack stack, int port) throws IOException {
        super(address, stack, port);
        this.messageQueue = lanes;
    }

    @Override
    public void start() {
        this.isRunning = true;
        // The RI closes these in stop(); ours end by themselves.
        this.messageChannels = new LinkedList<>();
        for (int lane = 0; lane < LANES; lane++) {
            new Lane(getSIPStack(), this, "sip-udp-" + getPort() + "-" + lane);
        }
        Thread receiver = new Thread(this, "sip-udp-" + getPort() + "-receiver");
        receiver.setDaemon(true);
        receiver.start();
    }

    @Override
    public void run() {
        DatagramPacket packet = new DatagramPacket(new byte[StackProperties.MAX_MESSAGE_BYTES + 1], 0);
        while (open) {
            try {
                packet.setLength(StackProperties.MAX_MESSAGE_BYTES + 1);
                sock.receive(packet);
                lanes.offer(packet);
            } catch (Throwable thrown) {
                onFailure(thrown);
            }
        }
    }

    /** Whatever it was, the next datagram is another one's. */
    private void onFailure(Throwable thrown) {
        if (open) {
            LOG.log(System.Logger.Level.WARNING, "a datagram was lost: {0}", thrown.toString());
        }
    }

    @Override
    public void stop() {
        this.open = false;
        this.isRunning = false;
        sock.close();
        lanes.close();
    }

    /** One lane's thread; started by its constructor. */
    private static final class Lane extends UDPMessageChannel {
        Lane(SIPTransactionStack stack, StripedUdpProcessor processor, String name) {
            super(stack, processor, name);
        }

        @Override
        protected void sendMessage(byte[] message, InetAddress peer, int port, String transport, boolean reconnect)
                throws IOException {
            super.sendMessage(BadRequest.cleaned(message), peer, port, transport, reconnect);
        }

        @Override
        public void run() {
            StripedUdpProcessor processor = (StripedUdpProcessor) getMessageProcessor();
            while (processor.open) {
                try {
                    super.run();
                } catch (Throwable thrown) {
                    processor.onFailure(thrown);
                }
            }
        }
    }

    /** A datagram with a buffer of its own size. */
    static DatagramQueuedMessageDispatch copyOf(DatagramPacket packet, long receivedAt) {
        byte[] bytes = new byte[packet.getLength()];
        System.arraycopy(packet.getData(), packet.getOffset(), bytes, 0, bytes.length);
        return new DatagramQueuedMessageDispatch(
                new DatagramPacket(bytes, bytes.length, packet.getAddress(), packet.getPort()), receivedAt);
    }
}
