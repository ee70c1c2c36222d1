package org.supertransfer.sip;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sip.ServerTransaction;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.leg.Legs;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.RequestLimit;
import org.supertransfer.sip.transport.RequestListener;
import org.supertransfer.sip.transport.SipNode;
import org.supertransfer.sip.trunk.Trunks;

/** One running adapter: all its rooms put together, from its start to its end. */
final class Switchboard {
    private static final Duration BYE_PATIENCE = Duration.ofSeconds(2);
    private static final long UNREGISTER_MILLIS = 1_000;
    private static final int TIMER_THREADS = 2;

    private final EventDelivery events = new EventDelivery();
    private final ScheduledExecutorService timer = timer();
    private final SipNode node;
    private final Registrar registrar;
    private final Trunks trunks;
    private final Legs legs;

    Switchboard(AdapterSettings settings) {
        this.node = new SipNode(settings.endpoint(), settings.wire().tls());
        this.registrar = new Registrar(settings.domain(), Clock.systemUTC(), timer, events::onEvent);
        Admission admission = new Admission(registrar, settings.trunkAllow(), settings.ourHosts());
        DigestClient digest = new DigestClient(settings.trunkUser(), settings.trunkPassword());
        this.trunks = new Trunks(node, settings.wire().trunks(), digest, Clock.systemUTC(), timer);
        this.legs = new Legs(node, registrar, admission, digest, settings, events, Clock.systemUTC(), timer);
        legs.trunks(trunks::toTry, trunks::addresses);
        node.observer(trunks);
        node.limit(new RequestLimit(
                settings.wire().requestsPerSecond(),
                from -> from.isLoopback() || admission.isTrunk(from) || registrar.reachesAt(from)));
        node.room(new Capacity(settings.wire().calls(), legs::calls, legs::unheard, admission::isTrunk));
        if (settings.trunkAllow().containsAll(namesOf(settings))) {
            admission.trunksByName(trunks::addresses);
        }
        node.registrations(registrar);
        node.calls(new WhileSomebodyListens());
    }

    private static List<String> namesOf(AdapterSettings settings) {
        return settings.trunks().stream()
                .filter(trunk -> !trunk.isNumeric())
                .map(TrunkPeer::host)
                .toList();
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(TIMER_THREADS, new AdapterThreads("sip-timer"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    Legs legs() {
        return legs;
    }

    Trunks trunks() {
        return trunks;
    }

    Registrar registrar() {
        return registrar;
    }

    boolean listening() {
        return node.listening() && events.hasEndpoint();
    }

    /** Opens the wire for the first one: a call that comes before anybody takes its events would be lost. */
    void activate(MessageEndpointFactory endpoint) throws IOException {
        events.add(endpoint);
        try {
            boolean first = !node.listening();
            node.start();
            if (first) {
                trunks.start();
            }
        } catch (IOException e) {
            events.remove(endpoint);
            throw e;
        }
    }

    void deactivate(MessageEndpointFactory endpoint) {
        events.remove(endpoint);
    }

    void close() {
        legs.shutdown(BYE_PATIENCE);
        if (node.listening()) {
            trunks.stop(UNREGISTER_MILLIS);
        }
        node.stop();
        timer.shutdownNow();
        events.close();
    }

    /** Takes no new call once the last endpoint is gone, which comes before the stop; lets the calls that are up go on. */
    private final class WhileSomebodyListens implements RequestListener {
        @Override
        public void onRequest(Request request, ServerTransaction tx) {
            boolean newCall = Request.INVITE.equals(request.getMethod())
                    && ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() == null;
            if (newCall && !events.hasEndpoint()) {
                Answers.send(tx, Answers.of(Response.SERVICE_UNAVAILABLE, request));
            } else {
                legs.onRequest(request, tx);
            }
        }

        @Override
        public boolean knows(Request request) {
            return legs.knows(request);
        }

        @Override
        public void onAck(Request ack) {
            legs.onAck(ack);
        }

        @Override
        public void onStrayResponse(Response response) {
            legs.onStrayResponse(response);
        }
    }
}
