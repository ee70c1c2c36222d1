package org.supertransfer.sip.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * TLS over TCP. The RI's own trusts every certificate or asks every phone for one, does not look at names, and forgets what
 * was to be sent on a connection that has yet to open.
 */
final class TlsProcessor extends TcpProcessor {
    private static final System.Logger LOG = System.getLogger(TlsProcessor.class.getName());
    private static final int MAX_REMEMBERED = 1_000;

    private final TlsEndpoint endpoint;
    /** Said once: who is asked every half minute would fill the log. */
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    TlsProcessor(InetAddress address, Stack stack, TlsEndpoint endpoint, int port) {
        super(address, stack, port);
        this.endpoint = endpoint;
        this.transport = "TLS";
    }

    TlsEndpoint endpoint() {
        return endpoint;
    }

    @Override
    TcpConnection accepted(SocketChannel connection) throws IOException {
        return new TlsConnection(this, connection);
    }

    @Override
    TcpConnection opened(InetAddress address, int port) throws IOException {
        return new TlsConnection(this, address, port, ((Stack) getSIPStack()).nameOf(address, port));
    }

    /** One line for a peer whose certificate will not do, or that speaks no TLS. */
    void refused(String peer, Throwable why) {
        String reason = Clean.text(String.valueOf(why.getMessage()));
        if (refusals.size() >= MAX_REMEMBERED) {
            refusals.clear();
        }
        if (!reason.equals(refusals.put(peer, reason))) {
            LOG.log(System.Logger.Level.WARNING, "no TLS connection to {0}: {1}", peer, reason);
        }
    }

    @Override
    public int getDefaultTargetPort() {
        return 5_061;
    }

    @Override
    public boolean isSecure() {
        return true;
    }
}
