package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;

/** The RI's selector for TCP, with our {@link Connections}. */
final class TcpProcessor extends NioTcpMessageProcessor {
    TcpProcessor(InetAddress address, SIPTransactionStack stack, int port) {
        super(address, stack, port);
        this.nioHandler = new Connections(stack, this);
    }

    @Override
    public NioTcpMessageChannel createMessageChannel(NioTcpMessageProcessor processor, SocketChannel connection)
            throws IOException {
        if (nioHandler.getMessageChannel(connection) == null) {
            nioHandler.putMessageChannel(connection, new TcpConnection(processor, connection));
        }
        return super.createMessageChannel(processor, connection);
    }
}
