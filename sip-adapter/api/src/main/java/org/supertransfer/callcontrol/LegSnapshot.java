package org.supertransfer.callcontrol;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed leg's dialog (RFC 3261 section 12) and media, enough to rebuild the leg in another process.
 *
 * @param callIdHeader the SIP Call-ID
 * @param localUri our address in From or To, without tag
 * @param remoteUri the party's address, without tag
 * @param localCSeq the last CSeq number we used
 * @param remoteCSeq the last CSeq number the party used, -1 when none yet
 * @param routeSet Route header values in the order of use
 * @param remoteTarget the URI of the party's Contact
 * @param sentSdp the last session description we sent, null when none
 * @param receivedSdp the last session description we received, null when none
 * @param sdpVersion the version in our {@code o=} line
 * @param uac whether we sent the first INVITE
 */
public record LegSnapshot(
        LegId leg,
        CallId call,
        String callIdHeader,
        String localTag,
        String remoteTag,
        String localUri,
        String remoteUri,
        long localCSeq,
        long remoteCSeq,
        List<String> routeSet,
        String remoteTarget,
        @Nullable String sentSdp,
        @Nullable String receivedSdp,
        long sdpVersion,
        boolean uac)
        implements Serializable {}
