package org.supertransfer.sip.transport;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.supertransfer.sip.transport.DnsRecords.DnsFailure;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;

/** The look-ups of RFC 3263 section 4 for one name. */
final class HopSearch {
    /** More are of no use to a call that must fail in time. */
    private static final int MAX_HOPS = 8;

    private static final int LEAST_SECONDS = 1;
    private static final int MOST_SECONDS = 86_400;

    /**
     * What a URI says.
     *
     * @param transport empty when it leaves that to DNS
     * @param port 0 when it leaves that to DNS
     */
    record Asked(String name, String transport, int port) {}

    /** Where a request may go. */
    record Place(String address, int port, String transport) {}

    /** In the order of trying, and for how many seconds that is true. */
    record Found(List<Place> places, int seconds) {}

    private final DnsRecords records;
    private final boolean ipv6;
    private final Predicate<String> speaks;
    private final RandomGenerator random;
    private final List<Place> places = new ArrayList<>();
    private long seconds = MOST_SECONDS;

    /**
     * @param ipv6 whether we send from an IPv6 address
     * @param speaks whether we have this transport
     */
    HopSearch(DnsRecords records, boolean ipv6, Predicate<String> speaks, RandomGenerator random) {
        this.records = records;
        this.ipv6 = ipv6;
        this.speaks = speaks;
        this.random = random;
    }

    Found find(Asked asked) throws DnsFailure {
        String transport = asked.transport().isEmpty() ? "udp" : asked.transport();
        if (asked.port() > 0) {
            addresses(asked.name(), asked.port(), transport);
        } else if (asked.transport().isEmpty()) {
            byName(asked.name());
        } else {
            services(serviceName(transport, asked.name()), transport);
        }
        if (places.isEmpty() && asked.port() == 0) {
            addresses(asked.name(), transport.equals("tls") ? 5061 : 5060, transport);
        }
        return new Found(places.stream().distinct().limit(MAX_HOPS).toList(), (int) Math.max(LEAST_SECONDS, seconds));
    }

    /** NAPTR says which transports and where; without any, each of ours is tried for SRV (section 4.1). */
    private void byName(String name) throws DnsFailure {
        List<NAPTRRecord> pointers = new ArrayList<>(records.of(name, Type.NAPTR, NAPTRRecord.class));
        pointers.sort(Comparator.comparingInt(NAPTRRecord::getOrder).thenComparingInt(NAPTRRecord::getPreference));
        for (NAPTRRecord pointer : pointers) {
            Optional<String> transport = transport(pointer.getService());
            if (transport.isPresent() && pointer.getFlags().equalsIgnoreCase("s")) {
                lives(pointer);
                services(pointer.getReplacement().toString(), transport.get());
            }
        }
        for (String transport : List.of("udp", "tcp", "tls")) {
            if (places.isEmpty() && speaks.test(transport)) {
                services(serviceName(transport, name), transport);
            }
        }
    }

    private Optional<String> transport(String service) {
        return Optional.ofNullable(
                        switch (service.toUpperCase(Locale.ROOT)) {
                            case "SIP+D2U" -> "udp";
                            case "SIP+D2T" -> "tcp";
                            case "SIPS+D2T" -> "tls";
                            default -> null;
                        })
                .filter(speaks);
    }

    private static String serviceName(String transport, String name) {
        return (transport.equals("tls") ? "_sips._tcp." : "_sip._" + transport + ".") + name;
    }

    /** By priority, and by chance and weight among equals (RFC 2782). */
    private void services(String name, String transport) throws DnsFailure {
        List<SRVRecord> left = new ArrayList<>(records.of(name, Type.SRV, SRVRecord.class));
        left.removeIf(record -> record.getTarget().toString().equals("."));
        while (!left.isEmpty()) {
            SRVRecord next = next(left);
            left.remove(next);
            lives(next);
            addresses(next.getTarget().toString(), next.getPort(), transport);
        }
    }

    private SRVRecord next(List<SRVRecord> left) {
        int priority = left.stream().mapToInt(SRVRecord::getPriority).min().orElseThrow();
        List<SRVRecord> equals = left.stream()
                .filter(record -> record.getPriority() == priority)
                .sorted(Comparator.comparingInt(SRVRecord::getWeight))
                .toList();
        int chosen =
                random.nextInt(equals.stream().mapToInt(SRVRecord::getWeight).sum() + 1);
        int sum = 0;
        for (SRVRecord record : equals) {
            sum += record.getWeight();
            if (sum >= chosen) {
                return record;
            }
        }
        return equals.get(0);
    }

    private void addresses(String name, int port, String transport) throws DnsFailure {
        if (ipv6) {
            for (AAAARecord record : records.of(name, Type.AAAA, AAAARecord.class)) {
                add(record, record.getAddress(), port, transport);
            }
        } else {
            for (ARecord record : records.of(name, Type.A, ARecord.class)) {
                add(record, record.getAddress(), port, transport);
            }
        }
    }

    private void add(Record record, InetAddress address, int port, String transport) {
        lives(record);
        places.add(new Place(address.getHostAddress(), port, transport));
    }

    private void lives(Record record) {
        seconds = Math.min(seconds, record.getTTL());
    }
}
