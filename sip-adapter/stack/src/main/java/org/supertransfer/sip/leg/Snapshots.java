package org.supertransfer.sip.leg;

import java.util.Optional;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.sip.sdp.SessionDescription;

/** Writes down what would be needed to rebuild a leg. */
final class Snapshots {
    private Snapshots() {}

    static Optional<LegSnapshot> of(Leg leg) {
        return leg.talk().map(talk -> of(leg, talk.dialog()));
    }

    private static LegSnapshot of(Leg leg, Dialog dialog) {
        LegMedia media = leg.media();
        return new LegSnapshot(
                leg.id(),
                leg.call().id(),
                dialog.callId,
                dialog.localTag,
                dialog.remoteTag,
                dialog.localUri(),
                dialog.remoteUri(),
                dialog.localCSeq(),
                dialog.remoteCSeq(),
                dialog.routeSet(),
                dialog.remoteTarget(),
                media.sent().map(SessionDescription::text).orElse(null),
                media.received().map(SessionDescription::text).orElse(null),
                media.version(),
                dialog.uac);
    }
}
