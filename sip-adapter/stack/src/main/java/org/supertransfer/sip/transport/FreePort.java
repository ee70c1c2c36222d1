package org.supertransfer.sip.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds a port that is free for UDP and TCP alike; the stack itself cannot ask for any. */
final class FreePort {
    private static final int ATTEMPTS = 20;

    private FreePort() {}

    static int on(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            int port = freeForTcp(address);
            if (freeForUdp(address, port)) {
                return port;
            }
        }
        throw new IOException("no port of " + host + " is free for both UDP and TCP");
    }

    private static int freeForTcp(InetAddress address) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, address)) {
            return probe.getLocalPort();
        }
    }

    private static boolean freeForUdp(InetAddress address, int port) {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(address, port))) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
