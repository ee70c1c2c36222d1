package org.supertransfer.sip.trunk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.address.SipURI;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.TrunkSettings;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.transport.ResponseObserver;
import org.supertransfer.sip.transport.SipNode;

/** The trunks and how each of them is. May be used from any thread. */
public final class Trunks implements ResponseObserver {
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
        this.clock = clock;
        this.timer = timer;
        this.settings = settings;
        this.states = settings.peers().stream().map(TrunkState::new).toList();
        this.probes =
                states.stream().map(state -> new Probe(node, state, timer)).toList();
        String user = settings.user();
        this.registrations = user == null || !settings.register()
                ? List.of()
                : states.stream()
                        .map(state -> new TrunkRegistration(node, state.peer(), user, digest, timer))
                        .toList();
    }

    /** Begins to ask and to register; the node listens by now. */
    public void start() {
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
        return well.isEmpty() ? settings.peers() : well;
    }

    /** A trunk that answers 503 with Retry-After to an INVITE gets none for that long (RFC 3261 section 21.5.4). */
    @Override
    public void onResponse(Request request, Response response) {
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
                && (peer.port() == to.getPort() || to.getPort() < 0)
                && peer.transport().equalsIgnoreCase(transport == null ? "udp" : transport);
    }
}
