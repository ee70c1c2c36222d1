package org.supertransfer.sip;

/**
 * A trunk that numbers outside go to.
 *
 * @param host an address or a name
 * @param port 1 to 65535
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 */
public record TrunkPeer(String host, int port, String transport) {
    /** How the log calls it. */
    public String name() {
        return host + ":" + port + "/" + transport;
    }
}
