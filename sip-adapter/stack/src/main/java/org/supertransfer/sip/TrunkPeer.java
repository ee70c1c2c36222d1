package org.supertransfer.sip;

/**
 * A trunk that numbers outside go to.
 *
 * @param host an address or a name
 * @param port 1 to 65535
 * @param transport {@code udp} or {@code tcp}
 */
public record TrunkPeer(String host, int port, String transport) {}
