package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.net.InetAddress;

/** The RI's selector for TCP, with our {@link Connections}. */
final class TcpProcessor extends NioTcpMessageProcessor {
    TcpProcessor(InetAddress address, SIPTransactionStack stack, int port) {
        super(address, stack, port);
        this.nioHandler = new Connections(stack, this);
    }
}
