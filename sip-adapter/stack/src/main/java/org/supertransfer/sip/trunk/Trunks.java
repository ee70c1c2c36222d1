package org.supertransfer.sip.trunk;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sip.address.SipURI;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.TrunkStatus;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.TrunkSettings;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.transport.ResponseObserver;
import org.supertransfer.sip.transport.SipNode;

/** The trunks and how each of them is. May be used from any thread. */
public final class Trunks implements ResponseObserver {
    private static final int MAX_ADDRESSES = 4;
    private static final int LOOK_UP_SECONDS = 5;

    private final SipNode node;
    private final Map<TrunkPeer, List<String>> addresses = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final TrunkSettings settings;
    private final List<TrunkState> states;
    private final List<Probe> probes;
    private final List<TrunkRegistration> registrations;

    /**
     * @param node sends the probes and registrations
     * @param digest answers the trunks' challenges
     * @param timer wakes the probes; ends with the adapter
     */
    public Trunks(
            SipNode node, TrunkSettings settings, DigestClient digest, Clock clock, ScheduledExecutorService timer) {
        this.node = node;
        this.clock = clock;
        this.timer = timer;
        this.settings = settings;
        this.states = settings.peers().stream()
                .map(peer -> new TrunkState(peer, clock))
                .toList();
        this.probes =
                states.stream().map(state -> new Probe(node, state, timer)).toList();
        String user = settings.user();
        this.registrations = user == null || !settings.register()
                ? List.of()
                : states.stream()
                        .map(state -> new TrunkRegistration(node, state.peer(), user, digest, timer))
                        .toList();
    }

    /** How each of them is, in their order. */
    public List<TrunkStatus> status() {
        return IntStream.range(0, states.size())
                .mapToObj(i -> states.get(i)
                        .status(!registrations.isEmpty() && registrations.get(i).isRegistered()))
                .toList();
    }

    /** Begins to ask and to register; the node listens by now. */
    public void start() {
        if (settings.peers().stream().anyMatch(peer -> !peer.isNumeric())) {
            timer.scheduleWithFixedDelay(this::lookUp, 0, LOOK_UP_SECONDS, TimeUnit.SECONDS);
        }
        long every = settings.probeSeconds();
        if (every > 0) {
            probes.forEach(probe -> timer.scheduleWithFixedDelay(probe::send, 0, every, TimeUnit.SECONDS));
        }
        registrations.forEach(TrunkRegistration::start);
    }

    /** Takes our registrations back; waits for the trunks' answers, but no longer than this. */
    public void stop(long patienceMillis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        registrations.forEach(TrunkRegistration::stop);
        registrations.forEach(registration -> registration.awaitEnd(end - System.nanoTime()));
    }

    /**
     * Those to try, in their order. When none is known to be well they are all tried: a probe may be wrong, and there is
     * nothing to lose.
     */
    public List<TrunkPeer> toTry() {
        long now = clock.millis();
        List<TrunkPeer> well = states.stream()
                .filter(state -> state.isWell(now))
                .map(TrunkState::peer)
                .toList();
        return (well.isEmpty() ? settings.peers() : well)
                .stream().flatMap(this::onceForEachAddress).toList();
    }

    /** A name stands for several places: each of them gets its chance, the next after one has failed (RFC 3263 section 4.3). */
    private Stream<TrunkPeer> onceForEachAddress(TrunkPeer peer) {
        int times = addresses.getOrDefault(peer, List.of()).size();
        return Collections.nCopies(Math.max(1, Math.min(times, MAX_ADDRESSES)), peer).stream();
    }

    /** Looks the names up, ahead of the calls. */
    private void lookUp() {
        for (TrunkPeer peer : settings.peers()) {
            if (!peer.isNumeric()) {
                // Two on one machine are two: each has a port of its own.
                addresses.put(peer, node.addressesOf(peer.host(), peer.port(), peer.transport()));
            }
        }
    }

    /** The addresses of the trunks that are names, as far as they are known by now. */
    public Set<String> addresses() {
        return addresses.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** A trunk that answers 503 with Retry-After to an INVITE gets none for that long (RFC 3261 section 21.5.4). */
    @Override
    public void onResponse(Request request, Response response) {
        if (request.getRequestURI() instanceof SipURI asked) {
            stateOf(asked).ifPresent(TrunkState::heard);
        }
        if (response.getStatusCode() == Response.SERVICE_UNAVAILABLE
                && Request.INVITE.equals(request.getMethod())
                && response.getHeader(RetryAfterHeader.NAME) instanceof RetryAfterHeader later
                && request.getRequestURI() instanceof SipURI to) {
            stateOf(to).ifPresent(state -> state.rest(clock.millis(), later.getRetryAfter()));
        }
    }

    private Optional<TrunkState> stateOf(SipURI to) {
        return states.stream().filter(state -> isFor(state.peer(), to)).findFirst();
    }

    private static boolean isFor(TrunkPeer peer, SipURI to) {
        @Nullable String transport = to.getTransportParam();
        return peer.host().equalsIgnoreCase(to.getHost())
                && peer.port() == Math.max(0, to.getPort())
                && (transport == null || peer.transport().equalsIgnoreCase(transport));
    }
}
