package org.supertransfer.sip;

import java.time.Duration;
import java.util.List;
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
 */
public record AdapterSettings(
        SipEndpoint endpoint,
        String domain,
        List<TrunkPeer> trunks,
        List<String> trunkAllow,
        @Nullable String trunkUser,
        @Nullable String trunkPassword,
        Duration signalling) {
    /** Without the password. */
    @Override
    public String toString() {
        return "AdapterSettings[" + endpoint + ", " + domain + ", trunks " + trunks + ", allowed " + trunkAllow + "]";
    }
}
