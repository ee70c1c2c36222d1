package org.supertransfer.sip;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.SipEndpoint;

/**
 * The adapter's configuration, parsed and checked.
 *
 * @param endpoint where it listens
 * @param domain the domain of the agents' addresses, and the digest realm
 * @param trunks where numbers outside go, in the order of trying; empty when there is none
 * @param trunkAllow the peers whose INVITEs need no digest: {@code host} or {@code host:port}
 * @param trunkUser the digest user towards the trunk, null when the trunk asks for none
 * @param trunkPassword its password, null when there is none
 * @param signalling how long one signalling operation may take
 * @param wire how this node behaves on the wire
 */
public record AdapterSettings(
        SipEndpoint endpoint,
        String domain,
        List<TrunkPeer> trunks,
        List<String> trunkAllow,
        @Nullable String trunkUser,
        @Nullable String trunkPassword,
        Duration signalling,
        WireSettings wire) {
    /** The stack forgets an INVITE's transaction after 240 s, and with it the caller who waits in it. */
    private static final int LONGEST_WAIT_SECONDS = 219;

    /**
     * Reads the values by the names of their environment variables; a missing or empty one takes its default.
     *
     * @throws BadSetting for the first value that cannot be used
     */
    public static AdapterSettings of(Map<String, String> values) {
        SettingReader read = new SettingReader(values);
        String address = read.ownAddress("ST_SIP_ADDRESS", "127.0.0.1");
        int port = read.number("ST_SIP_PORT", 5060, 1, 65_535);
        waits(read);
        List<TrunkPeer> trunks = read.trunks("ST_TRUNK");
        WireSettings wire = WireSettings.of(read, trunks);
        requireTls(trunks, wire);
        return new AdapterSettings(
                new SipEndpoint(
                        address,
                        port,
                        read.host(
                                "ST_SIP_PUBLIC_ADDRESS",
                                SipEndpoint.of(address, port).publicHost())),
                read.host("ST_SIP_DOMAIN", "supertransfer.local"),
                trunks,
                read.peers(
                        "ST_TRUNK_ALLOW", trunks.stream().map(TrunkPeer::host).toList()),
                read.pair("ST_TRUNK_USER", "ST_TRUNK_PASSWORD"),
                read.pair("ST_TRUNK_PASSWORD", "ST_TRUNK_USER"),
                Duration.ofSeconds(read.number("ST_SIGNALLING_SECONDS", 15, 1, 60)),
                wire);
    }

    private static void requireTls(List<TrunkPeer> trunks, WireSettings wire) {
        if (wire.tls() == null
                && trunks.stream().anyMatch(trunk -> trunk.transport().equals("tls"))) {
            throw new BadSetting("ST_SIP_TLS_PORT", "off", "a port from 1 to 65535, because a trunk has transport=tls");
        }
    }

    private static void waits(SettingReader read) {
        int ring = read.number("ST_RING_SECONDS", 20, 1, LONGEST_WAIT_SECONDS - 1);
        int longest = LONGEST_WAIT_SECONDS - ring;
        read.number("ST_QUEUE_SECONDS", Math.min(120, longest), 1, longest);
    }

    /** What phones may write for our domain: the domain itself and our addresses. */
    public List<String> ourHosts() {
        return List.of(domain, endpoint.host(), endpoint.publicHost());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AdapterSettings[" + endpoint + ", " + domain + ", trunks " + trunks + ", allowed " + trunkAllow + "]";
    }
}
