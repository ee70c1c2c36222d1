package org.supertransfer.sip.transport;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Where a node listens for TLS, and with which certificate.
 *
 * @param port 0 takes any that is free
 * @param context our certificate for who connects to us, and whom to trust when we connect
 */
public record TlsEndpoint(int port, SSLContext context) {
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");

    /** The same with a port of its own, when any was asked for. */
    TlsEndpoint on(String host) throws IOException {
        return port > 0 ? this : new TlsEndpoint(FreePort.on(host), context);
    }

    /** For who connects to us; asks for no certificate. */
    SSLEngine server() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return limited(engine);
    }

    /** For a connection of ours; the other side's certificate must be for this name or address (RFC 5922 section 7). */
    SSLEngine client(String host, int port) {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return limited(engine);
    }

    private static SSLEngine limited(SSLEngine engine) {
        engine.setEnabledProtocols(PROTOCOLS.toArray(String[]::new));
        List<String> supported = List.of(engine.getSupportedCipherSuites());
        engine.setEnabledCipherSuites(
                SUITES.stream().filter(supported::contains).toArray(String[]::new));
        return engine;
    }
}
