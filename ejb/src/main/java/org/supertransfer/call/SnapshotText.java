package org.supertransfer.call;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.LegSnapshot;

/** A leg's snapshot as the JSON of its row. */
final class SnapshotText {
    private SnapshotText() {}

    static String of(LegSnapshot leg) {
        JsonArrayBuilder routes = Json.createArrayBuilder();
        leg.routeSet().forEach(routes::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("callId", leg.callIdHeader())
                .add("localTag", leg.localTag())
                .add("remoteTag", leg.remoteTag())
                .add("localUri", leg.localUri())
                .add("remoteUri", leg.remoteUri())
                .add("localCSeq", leg.localCSeq())
                .add("remoteCSeq", leg.remoteCSeq())
                .add("routes", routes)
                .add("remoteTarget", leg.remoteTarget())
                .add("sdpVersion", leg.sdpVersion())
                .add("uac", leg.uac());
        text(json, "sentSdp", leg.sentSdp());
        text(json, "receivedSdp", leg.receivedSdp());
        return json.build().toString();
    }

    private static void text(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
