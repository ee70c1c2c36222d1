package org.supertransfer.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * One address that sends datagrams at a rate and counts what comes back. Its INVITEs behave as a trunk's would: a refusal
 * gets its ACK, and who still waits hangs up in the end.
 */
final class Flooder implements AutoCloseable {
    private static final int MAX_DATAGRAM = 65_535;
    private static final long NANOS = 1_000_000_000L;
    /** How often a CANCEL is sent until its INVITE is answered. */
    private static final int ROUNDS = 10;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final Tally tally;
    /** Every INVITE by its Call-ID. */
    private final Map<String, String> invites = new ConcurrentHashMap<>();
    /** Those that were let in and have had no final answer yet. */
    private final Map<String, String> waiting = new ConcurrentHashMap<>();

    private volatile String nonce = "";

    Flooder(String address, int sipPort, Tally tally) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getByName(address));
        socket.setReceiveBufferSize(4_000_000);
        this.server = new InetSocketAddress("127.0.0.1", sipPort);
        this.tally = tally;
        Thread reader = new Thread(this::read, "flood-" + address);
        reader.setDaemon(true);
        reader.start();
    }

    /** Where it sends from, as {@code host:port}. */
    String from() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** The nonce of the last challenge, empty before the first. */
    String nonce() {
        return nonce;
    }

    /** Sends at this rate for so long; never faster, to make up for a pause. */
    void play(int perSecond, Duration length, IntFunction<String> messages) throws IOException {
        long end = System.nanoTime() + length.toNanos();
        long next = System.nanoTime();
        for (int number = 0; System.nanoTime() < end; number++) {
            String message = messages.apply(number);
            if (message.startsWith("INVITE ")) {
                invites.put(Salvo.header(message, "Call-ID"), message);
            }
            send(message);
            tally.sent();
            next = Math.max(next + NANOS / perSecond, System.nanoTime() - NANOS / 10);
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Those who still wait give up, and hear that they have. */
    void hangUp() throws IOException {
        System.out.println("  " + waiting.size() + " calls of the flood were let in and wait");
        for (int round = 0; round < ROUNDS && !waiting.isEmpty(); round++) {
            for (String invite : waiting.values()) {
                send(Salvo.belonging("CANCEL", invite, Salvo.header(invite, "To")));
                LockSupport.parkNanos(NANOS / 2_000);
            }
            LockSupport.parkNanos(NANOS / 2);
        }
        System.out.println("  " + waiting.size() + " of them have not ended");
    }

    void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MAX_DATAGRAM);
                socket.receive(packet);
                took(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void took(String message) throws IOException {
        if (!message.startsWith("SIP/2.0 ")) {
            tally.came(message.substring(0, Math.max(0, message.indexOf(' '))));
            return;
        }
        int status = Integer.parseInt(message.substring(8, 11));
        String challenge = Salvo.header(message, "WWW-Authenticate");
        if (challenge.contains("nonce=\"")) {
            nonce = challenge.replaceFirst(".*nonce=\"([^\"]*)\".*", "$1");
        }
        String invite = invites.get(Salvo.header(message, "Call-ID"));
        if (invite != null && Salvo.header(message, "CSeq").endsWith("INVITE")) {
            tookOfInvite(status, invite, message);
        }
        if (status > 100) {
            tally.answer(status, message);
        }
    }

    private void tookOfInvite(int status, String invite, String answer) throws IOException {
        if (status >= 300) {
            waiting.remove(Salvo.header(invite, "Call-ID"));
            send(Salvo.belonging("ACK", invite, Salvo.header(answer, "To")));
        } else if (status > 100) {
            waiting.put(Salvo.header(invite, "Call-ID"), invite);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
