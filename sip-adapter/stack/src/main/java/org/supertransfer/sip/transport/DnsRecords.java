package org.supertransfer.sip.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks the machine's name servers; what they said is kept for as long as they allow. */
final class DnsRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable InetSocketAddress server;
    private @Nullable LookupSession session;

    /** @param server another one to ask than the machine's, null for those */
    DnsRecords(@Nullable InetSocketAddress server) {
        this.server = server;
    }

    /** Made when it is needed: most nodes never ask for a name. */
    private synchronized LookupSession session() {
        LookupSession made = session;
        if (made == null) {
            made = server == null ? LookupSession.defaultBuilder().build() : asking(server);
            session = made;
        }
        return made;
    }

    private static LookupSession asking(InetSocketAddress server) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(PATIENCE);
        return LookupSession.builder()
                .resolver(resolver)
                .cache(new Cache(DClass.IN))
                .build();
    }

    /** Those of this type; empty when there are none. */
    <R extends Record> List<R> of(String name, int type, Class<R> kind) throws DnsFailure {
        try {
            return session()
                    .lookupAsync(Name.fromString(name.endsWith(".") ? name : name + "."), type)
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .getRecords()
                    .stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoSuchDomainException || e.getCause() instanceof NoSuchRRSetException) {
                return List.of();
            }
            throw new DnsFailure(name, e);
        } catch (TimeoutException | TextParseException e) {
            throw new DnsFailure(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DnsFailure(name, e);
        }
    }

    /** The library's thread ends; it begins again when somebody asks. */
    static void close() {
        NioClient.close();
    }

    /** No answer, or none that makes sense; another time there may be one. */
    static final class DnsFailure extends Exception {
        private static final long serialVersionUID = 1L;

        DnsFailure(String name, Throwable why) {
            super("no answer for " + name, why);
        }
    }
}
