package org.supertransfer.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/** Ports that nothing on this machine holds at the moment, so that builds can run beside each other. */
public final class FreePorts {
    private static final int TRIES = 200;

    private FreePorts() {}

    /** An offset with which HTTP's 8080 and management's 9990 are free. */
    public static int offset() {
        return find(11_000, 22_000, offset -> isFree(8080 + offset) && isFree(9990 + offset));
    }

    /** A port that is free for UDP and TCP. Below Linux's ephemeral ports, or another socket may take it by chance. */
    public static int sip() {
        return find(20_000, 32_000, port -> isFree(port) && isFreeUdp(port));
    }

    private static int find(int from, int to, IntPredicate free) {
        return ThreadLocalRandom.current()
                .ints(TRIES, from, to)
                .filter(free)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + from + " to " + to));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean isFreeUdp(int port) {
        try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (java.net.SocketException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
