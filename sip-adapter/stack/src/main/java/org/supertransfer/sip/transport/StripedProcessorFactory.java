package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.NioMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import javax.sip.ListeningPoint;
import org.jspecify.annotations.Nullable;

/** Our lanes for UDP, our connections for TCP and TLS. */
final class StripedProcessorFactory implements MessageProcessorFactory {
    private final NioMessageProcessorFactory stock = new NioMessageProcessorFactory();
    private final @Nullable TlsEndpoint tls;

    StripedProcessorFactory(@Nullable TlsEndpoint tls) {
        this.tls = tls;
    }

    @Override
    public MessageProcessor createMessageProcessor(
            SIPTransactionStack stack, InetAddress address, int port, String transport) throws IOException {
        if (transport.equalsIgnoreCase(ListeningPoint.TCP)) {
            return new TcpProcessor(address, (Stack) stack, port);
        }
        if (transport.equalsIgnoreCase(ListeningPoint.TLS) && tls != null) {
            return new TlsProcessor(address, (Stack) stack, tls, port);
        }
        if (!transport.equalsIgnoreCase(ListeningPoint.UDP)) {
            throw new IOException("no transport " + transport);
        }
        answerFromTheListeningPort(stack, address);
        return new StripedUdpProcessor(address, stack, port);
    }

    /**
     * Without this side effect of the RI's factory (its flag is not visible) requests leave from an ephemeral port each.
     * Its processor was never started, so that its stop ends in a NullPointerException, after the socket is closed.
     */
    private void answerFromTheListeningPort(SIPTransactionStack stack, InetAddress address) throws IOException {
        MessageProcessor unused = stock.createMessageProcessor(stack, address, 0, ListeningPoint.UDP);
        try {
            unused.stop();
        } catch (NullPointerException neverStarted) {
            // its list of channels is made when it runs
        }
    }
}
