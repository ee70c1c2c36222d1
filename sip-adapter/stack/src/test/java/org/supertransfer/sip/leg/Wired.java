package org.supertransfer.sip.leg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.WireSettings;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipNode;

/** A node with its legs on loopback, scripted peers around it, and the events that the calls would get. */
@NullMarked
final class Wired implements AutoCloseable {
    /** A peer at this address may call, and is no trunk of ours. */
    static final String ALLOWED = "127.0.0.9";

    private static final String PASSWORD = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
    Legs legs;
    final Peer bob;
    final Peer alice;
    final Peer carol;
    final Peer dave;
    private final int sippPort = freePort();
    private final AdapterSettings settings;
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    private final LinkedBlockingDeque<CallEvent> unread = new LinkedBlockingDeque<>();
    private final List<CallEvent> seen = new CopyOnWriteArrayList<>();
    private final List<Peer> peers = new ArrayList<>();

    Wired() {
        this(Timing.standard());
    }

    Wired(Timing timing) {
        try {
            node.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bob = peer("bob");
        alice = peer("alice");
        carol = peer("carol");
        dave = peer("dave");
        settings = new AdapterSettings(
                SipEndpoint.of("127.0.0.1", node.port()),
                "supertransfer.local",
                List.of(trunk(carol), trunk(dave)),
                List.of(allowed(bob), allowed(carol), allowed(dave), "127.0.0.1:" + sippPort, ALLOWED),
                "trunkuser",
                "trunkpass",
                Duration.ofSeconds(15),
                WireSettings.plain());
        legs = opened(timing);
    }

    private Legs opened(Timing timing) {
        Registrar registrar = new Registrar(settings.domain(), Clock.systemUTC(), pool, change -> {});
        registrar.accounts(List.of(
                new PhoneAccount("alice", "1201", null, alice.uri()),
                new PhoneAccount("anna", "1202", PASSWORD, null)));
        node.registrations(registrar);
        Admission admission = new Admission(registrar, settings.trunkAllow(), List.of(settings.domain(), "127.0.0.1"));
        DigestClient digest = new DigestClient(settings.trunkUser(), settings.trunkPassword());
        Legs made = new Legs(node, registrar, admission, digest, settings, this::took, timing, pool);
        node.calls(made);
        return made;
    }

    /** The node is gone without a word and comes back, having forgotten everything but its settings. */
    void crashAndRestart() {
        node.stop();
        node = new SipNode(settings.endpoint());
        try {
            node.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        legs = opened(Timing.standard());
    }

    private static String allowed(Peer peer) {
        return "127.0.0.1:" + peer.port();
    }

    /** A free port whose calls are a trunk's. */
    int trunkPort() {
        return sippPort;
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrunkPeer trunk(Peer peer) {
        return new TrunkPeer("127.0.0.1", peer.port(), "udp");
    }

    private void took(CallEvent event) {
        seen.add(event);
        unread.add(event);
    }

    Peer peer(String name) {
        Peer peer = new Peer(name, node.port());
        peers.add(peer);
        return peer;
    }

    /** The next unread event of this kind; events of other kinds stay unread. */
    <E extends CallEvent> E event(Class<E> kind) {
        return event(kind, PATIENCE);
    }

    <E extends CallEvent> E event(Class<E> kind, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<CallEvent> others = new ArrayList<>();
        try {
            while (true) {
                CallEvent next = unread.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("no " + kind.getSimpleName() + ", unread: " + others + ", seen: " + seen);
                }
                if (kind.isInstance(next)) {
                    return kind.cast(next);
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

    List<CallEvent> seen() {
        return seen;
    }

    /** The events of one leg so far, by their simple names. */
    List<String> story(LegId leg) {
        return seen.stream()
                .filter(event -> event instanceof CallEvent.OfLeg of && of.leg().equals(leg))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    /** A call that is up: Bob the customer and Alice the agent, joined. */
    record Up(CallId call, LegId customer, LegId agent, Phone bob, Phone alice) {}

    /** Bob calls, Alice answers, they are joined; all reports so far are read. */
    Up up() {
        return up("0201234500", alice);
    }

    /** The same to this number and this agent, passing over calls to other numbers. */
    Up up(String number, Peer agentsPhone) {
        Phone caller = Phone.call(bob, node.port(), number, Sdps.audio(5000));
        CallEvent.Incoming incoming = event(CallEvent.Incoming.class);
        while (!incoming.called().equals(number)) {
            incoming = event(CallEvent.Incoming.class);
        }
        LegId agent = dial(incoming.call(), agentsPhone, incoming.leg());
        Phone phone = Phone.waitFor(agentsPhone);
        phone.answer(Sdps.audio(6000));
        event(CallEvent.Answered.class);
        join(incoming.leg(), agent);
        phone.next("ACK");
        caller.answered(null);
        event(CallEvent.Joined.class);
        return new Up(incoming.call(), incoming.leg(), agent, caller, phone);
    }

    /** Registers contacts of an account, which then all ring. */
    void register(String username, Peer... contacts) {
        for (Peer contact : contacts) {
            Registering.of(contact, username, PASSWORD);
        }
    }

    /** Holds a party, which agrees. */
    void held(LegId leg, Phone phone, int port) {
        hold(leg);
        phone.reinvited(Sdps.audio(port, "inactive"));
        event(CallEvent.Held.class);
    }

    /** Dials an address inside for another leg, its progress passed on. */
    LegId dial(CallId call, Peer to, @Nullable LegId dialledFor) {
        return dial(call, new Destination.Address(to.uri()), dialledFor);
    }

    LegId dial(CallId call, Destination to, @Nullable LegId dialledFor) {
        LegId leg = LegId.random();
        Party caller = new Party("0401234567", "Bob");
        legs.dial(new DialRequest(leg, call, to, dialledFor, true, caller, null, null));
        return leg;
    }

    OperationId join(LegId a, LegId b) {
        OperationId id = OperationId.random();
        legs.join(a, b, id);
        return id;
    }

    OperationId hold(LegId leg) {
        OperationId id = OperationId.random();
        legs.hold(leg, id);
        return id;
    }

    @Override
    public void close() {
        pool.shutdownNow();
        node.stop();
        peers.forEach(Peer::close);
    }
}
