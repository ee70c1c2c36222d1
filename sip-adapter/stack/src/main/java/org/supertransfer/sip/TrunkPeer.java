package org.supertransfer.sip;

/**
 * A trunk that numbers outside go to.
 *
 * @param host an address or a name
 * @param port 1 to 65535, or 0 when DNS is to say it
 * @param transport {@code udp}, {@code tcp} or {@code tls}, or empty when DNS is to say it
 */
public record TrunkPeer(String host, int port, String transport) {
    /** Whether its host is an address, so that nothing has to be looked up. */
    public boolean isNumeric() {
        return SettingReader.isNumeric(host);
    }

    /** Its SIP URI, the user part empty or with its {@code @}. */
    public String uri(String user) {
        String parameter = transport.isEmpty() || port > 0 && transport.equals("udp") ? "" : ";transport=" + transport;
        return "sip:" + user + host + (port == 0 ? "" : ":" + port) + parameter;
    }

    /** How the log calls it. */
    public String name() {
        return host + (port == 0 ? "" : ":" + port) + (transport.isEmpty() ? "" : "/" + transport);
    }
}
