package org.supertransfer.phones;

/**
 * Where a party listens for media.
 *
 * @param address an IP address's text
 * @param port an RTP port; 0 for a refused stream
 */
public record MediaEndpoint(String address, int port) {
    @Override
    public String toString() {
        return address + ":" + port;
    }
}
