package org.supertransfer.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Tries the ports before the server does, because its own words for a busy one are many. */
final class Ports {
    private final List<String> busy = new ArrayList<>();

    /** One clear line for each port that something else holds. */
    List<String> busy() {
        return List.copyOf(busy);
    }

    Ports tcp(String address, int port, String use) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            complain("TCP", address, port, use);
        }
        return this;
    }

    Ports udp(String address, int port, String use) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, port))) {
            socket.getLocalPort();
        } catch (IOException taken) {
            complain("UDP", address, port, use);
        }
        return this;
    }

    private void complain(String protocol, String address, int port, String use) {
        busy.add(String.format(
                "%s port %d on %s (%s) is in use: end what holds it, or set %s.",
                protocol, port, address, use, use.startsWith("SIP") ? "ST_SIP_PORT" : "ST_PORT_OFFSET"));
    }
}
