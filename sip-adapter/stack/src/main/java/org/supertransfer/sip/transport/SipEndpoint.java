package org.supertransfer.sip.transport;

/**
 * Where a node listens and what it calls itself.
 *
 * @param host a numeric address of this machine, never the wildcard: the stack would advertise it
 * @param port UDP and TCP port; 0 takes any that is free for both
 * @param publicHost what Via and Contact say, IPv6 in brackets
 */
public record SipEndpoint(String host, int port, String publicHost) {
    /** Advertises the address it listens on. */
    public static SipEndpoint of(String host, int port) {
        return new SipEndpoint(host, port, host.indexOf(':') < 0 ? host : "[" + host + "]");
    }
}
