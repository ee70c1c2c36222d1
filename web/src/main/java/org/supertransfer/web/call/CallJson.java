package org.supertransfer.web.call;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallView;
import org.supertransfer.call.CallView.HandoverView;
import org.supertransfer.call.CallView.PartyView;
import org.supertransfer.web.json.Shape;

/** A call as its agent sees it. */
public final class CallJson {
    private CallJson() {}

    public static JsonObject of(CallView call) {
        return new Shape()
                .put("id", call.id())
                .put("state", call.state())
                .put("direction", call.direction())
                .put("party", party(call.party()))
                .put("inbound", party(call.inbound()))
                .put("since", call.since())
                .put("transferId", call.transferId())
                .put("handover", handover(call.handover()))
                .put("version", call.version())
                .json();
    }

    private static @Nullable JsonObject handover(@Nullable HandoverView handover) {
        if (handover == null) {
            return null;
        }
        JsonObject by = new Shape()
                .put("name", handover.by().name())
                .put("extension", handover.by().number())
                .json();
        return new Shape()
                .put("by", by)
                .put("consult", handover.consult())
                .put("note", handover.note())
                .json();
    }

    public static @Nullable JsonObject party(@Nullable PartyView party) {
        return party == null
                ? null
                : new Shape()
                        .put("number", party.number())
                        .put("name", party.name())
                        .json();
    }
}
