package org.supertransfer.sip.leg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One end of a wire: a UDP socket that says what its script says. Sees every datagram, repeated ones too. */
@NullMarked
final class Peer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final DatagramSocket socket;
    private final InetSocketAddress node;
    private final LinkedBlockingDeque<Message> unread = new LinkedBlockingDeque<>();
    private final List<Message> seen = new CopyOnWriteArrayList<>();

    Peer(String name, int nodePort) {
        try {
            this.name = name;
            this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
            this.node = new InetSocketAddress("127.0.0.1", nodePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "peer-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        byte[] buffer = new byte[65_535];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String text = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                Message message = Message.parse(text);
                if (Boolean.getBoolean("peer.trace")) {
                    System.out.println("--- to " + name + "\n" + text);
                }
                seen.add(message);
                unread.add(message);
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String uri() {
        return "sip:" + name + "@127.0.0.1:" + port();
    }

    void send(Message message) {
        send(message.text());
    }

    /** Sends this and nothing else, a message or not. */
    void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Boolean.getBoolean("peer.trace")) {
            System.out.println("--- from " + name + "\n" + text);
        }
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next unread message of this kind; others stay unread. */
    Message expect(String what, Predicate<Message> kind) {
        return expect(what, kind, PATIENCE);
    }

    Message expect(String what, Predicate<Message> kind, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<Message> others = new ArrayList<>();
        try {
            while (true) {
                Message next = unread.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError(name + " waited for " + what + ", unread: " + others + ", seen: " + seen);
                }
                if (kind.test(next)) {
                    return next;
                }
                others.add(next);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            for (int i = others.size() - 1; i >= 0; i--) {
                unread.addFirst(others.get(i));
            }
        }
    }

    Message request(String method) {
        return expect(method, m -> m.isRequest() && m.method().equals(method));
    }

    Message response(String method, int status) {
        return expect(
                status + " to " + method,
                m -> m.status() == status && m.method().equals(method));
    }

    /** Whether nothing of this kind comes for a while. */
    boolean silent(Predicate<Message> kind, Duration time) {
        try {
            expect("silence", kind, time);
            return false;
        } catch (AssertionError nothing) {
            return true;
        }
    }

    /** How often a message of this kind came so far. */
    long count(Predicate<Message> kind) {
        return seen.stream().filter(kind).count();
    }

    static Predicate<Message> isRequest(String method) {
        return m -> m.isRequest() && m.method().equals(method);
    }

    List<Message> seen() {
        return seen;
    }

    static String token() {
        return "p" + COUNT.incrementAndGet() + "x" + Long.toHexString(System.nanoTime());
    }

    /** A response as a phone with this tag writes it. */
    Message reply(Message request, int status, String tag, @Nullable String sdp) {
        Message response = Message.of("SIP/2.0 " + status + " Scripted", sdp)
                .copy("Via", request)
                .copy("Record-Route", request)
                .add("From", request.header("From"))
                .add(
                        "To",
                        request.toTag().isEmpty() && !tag.isEmpty()
                                ? request.header("To") + ";tag=" + tag
                                : request.header("To"))
                .add("Call-ID", request.callId())
                .add("CSeq", request.header("CSeq"))
                .add("Contact", "<" + uri() + ">");
        return response;
    }

    @Override
    public void close() {
        socket.close();
    }
}
