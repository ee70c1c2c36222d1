package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.HopImpl;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sip.SipException;
import javax.sip.address.Hop;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.DnsRecords.DnsFailure;
import org.supertransfer.sip.transport.HopSearch.Asked;
import org.supertransfer.sip.transport.HopSearch.Found;
import org.supertransfer.sip.transport.HopSearch.Place;

/**
 * Where a request goes: its first Route, else its Request-URI (RFC 3261 section 8.1.2), a name by RFC 3263. What was found is
 * kept while DNS says so, and used for longer while it is looked up again: only a name that nobody has asked for yet lets its
 * caller wait, two seconds at most for each question. A place that failed goes to the end of its row for a while.
 */
final class Hops {
    private static final System.Logger LOG = System.getLogger(Hops.class.getName());
    private static final int MAX_NAMES = 1_000;
    private static final int FAILED_SECONDS = 30;
    private static final int NOTHING_SECONDS = 5;

    private record Known(List<Place> places, long until) {}

    private final DnsRecords records;
    private final boolean ipv6;
    private final Predicate<String> speaks;
    private final RandomGenerator random = new SecureRandom();
    private final Map<Asked, Known> known = new ConcurrentHashMap<>();
    private final Map<Place, Long> failed = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor refreshing;

    Hops(DnsRecords records, boolean ipv6, Predicate<String> speaks) {
        this.records = records;
        this.ipv6 = ipv6;
        this.speaks = speaks;
        this.refreshing = new ThreadPoolExecutor(
                1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(100), task -> new Thread(task, "sip-dns"));
        refreshing.allowCoreThreadTimeOut(true);
    }

    Hop hopFor(Request request) throws SipException {
        RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
        URI target =
                route == null ? request.getRequestURI() : route.getAddress().getURI();
        if (target instanceof SipURI sip) {
            return hopOf(sip);
        }
        throw new SipException("no way to a " + target.getScheme() + " URI");
    }

    private Hop hopOf(SipURI uri) throws SipException {
        Asked asked = asked(uri);
        if (isNumeric(asked.name())) {
            String transport = asked.transport().isEmpty() ? "udp" : asked.transport();
            int usual = transport.equals("tls") ? 5061 : 5060;
            return new HopImpl(asked.name(), asked.port() > 0 ? asked.port() : usual, transport);
        }
        List<Place> places = places(asked);
        if (places.isEmpty()) {
            throw new SipException("nobody knows where " + Clean.token(asked.name()) + " is");
        }
        Place place = places.get(0);
        remember(place, asked.name());
        String host = ipv6 ? "[" + place.address() + "]" : place.address();
        return new HopImpl(host, place.port(), place.transport());
    }

    private static Asked asked(SipURI uri) {
        @Nullable String parameter = uri.getTransportParam();
        String transport = uri.isSecure() ? "tls" : parameter == null ? "" : parameter.toLowerCase(Locale.ROOT);
        @Nullable String other = uri.getMAddrParam();
        String host = other == null ? uri.getHost() : other;
        return new Asked(host.toLowerCase(Locale.ROOT), transport, Math.max(0, uri.getPort()));
    }

    private static boolean isNumeric(String host) {
        return host.startsWith("[") || host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    /** All places of a name, those that failed lately last. */
    List<Place> places(Asked asked) {
        long now = System.nanoTime();
        Known before = known.get(asked);
        if (before == null) {
            before = search(asked);
        } else if (before.until() < now) {
            refresh(asked, before);
        }
        failed.values().removeIf(until -> until < now);
        List<Place> well = before.places().stream()
                .filter(place -> !failed.containsKey(place))
                .toList();
        List<Place> ill = before.places().stream().filter(failed::containsKey).toList();
        return Stream.concat(well.stream(), ill.stream()).toList();
    }

    private void refresh(Asked asked, Known before) {
        // So that one asks and not everybody.
        known.put(asked, new Known(before.places(), System.nanoTime() + TimeUnit.SECONDS.toNanos(NOTHING_SECONDS)));
        try {
            refreshing.execute(() -> search(asked));
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.DEBUG, "too many names are being looked up");
        }
    }

    private Known search(Asked asked) {
        Known before = known.get(asked);
        List<Place> places = before == null ? List.of() : before.places();
        int seconds = NOTHING_SECONDS;
        try {
            Found found = new HopSearch(records, ipv6, speaks, random).find(asked);
            places = found.places();
            seconds = places.isEmpty() ? NOTHING_SECONDS : found.seconds();
        } catch (DnsFailure e) {
            LOG.log(Level.WARNING, "{0}", Clean.text(e.getMessage()));
        }
        if (known.size() >= MAX_NAMES) {
            known.clear();
        }
        Known now = new Known(places, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        known.put(asked, now);
        return now;
    }

    /** A request there had no answer, or 503: the next one goes elsewhere, if there is an elsewhere. */
    void failed(Hop hop) {
        String host = hop.getHost().replaceAll("[\\[\\]]", "");
        Place place = new Place(Source.numeric(host), hop.getPort(), hop.getTransport());
        if (known.values().stream().anyMatch(one -> one.places().contains(place))) {
            failed.put(place, System.nanoTime() + TimeUnit.SECONDS.toNanos(FAILED_SECONDS));
        }
    }

    private void remember(Place place, String name) {
        if (names.size() >= MAX_NAMES) {
            names.clear();
        }
        names.put(place.address() + " " + place.port(), name);
    }

    /** The name that led to this address, else the address itself. */
    String nameOf(String address, int port) {
        return names.getOrDefault(address + " " + port, address);
    }

    void close() {
        refreshing.shutdownNow();
        if (!known.isEmpty()) {
            DnsRecords.close();
        }
    }
}
