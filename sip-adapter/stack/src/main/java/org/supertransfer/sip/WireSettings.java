package org.supertransfer.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.TlsEndpoint;

/**
 * How this node behaves on the wire.
 *
 * @param tls where it listens for TLS, null for nowhere
 * @param trunks the trunks, and how we keep in touch with them
 * @param calls most calls at a time; a new one above that gets 503 with Retry-After
 * @param requestsPerSecond how many requests that begin something one stranger's address may send; 0 for no limit
 */
public record WireSettings(@Nullable TlsEndpoint tls, TrunkSettings trunks, int calls, int requestsPerSecond) {
    private static final int CALLS = 1_000;
    private static final int REQUESTS_PER_SECOND = 50;

    /** Nothing but UDP and TCP. */
    public static WireSettings plain() {
        return new WireSettings(null, new TrunkSettings(List.of(), null, false, 0), CALLS, 0);
    }

    static WireSettings of(SettingReader read, List<TrunkPeer> trunks) {
        return new WireSettings(
                tls(read),
                TrunkSettings.of(read, trunks),
                read.number("ST_SIP_CALLS", CALLS, 1, 100_000),
                read.number("ST_SIP_REQUESTS_PER_SECOND", REQUESTS_PER_SECOND, 0, 100_000));
    }

    private static @Nullable TlsEndpoint tls(SettingReader read) {
        int port = read.portOrOff("ST_SIP_TLS_PORT");
        if (port == 0) {
            return null;
        }
        String keystore = read.required("ST_SIP_TLS_KEYSTORE", "ST_SIP_TLS_PORT");
        TlsFiles files =
                new TlsFiles(keystore, read.text("ST_SIP_TLS_PASSWORD", ""), read.optional("ST_SIP_TLS_TRUSTSTORE"));
        return new TlsEndpoint(port, files.context());
    }
}
