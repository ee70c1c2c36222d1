package org.supertransfer.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.supertransfer.browser.FakePortal.Reply;

/** Keeps what the page was told to remember. */
final class FakePreferences implements FakeRoom {
    ObjectNode kept = FakePortal.JSON.createObjectNode();

    @Override
    public Optional<Reply> answer(String call, JsonNode body) {
        if (call.equals("PUT /api/me/preferences")) {
            kept = (ObjectNode) body;
        }
        return call.endsWith(" /api/me/preferences") ? Optional.of(new Reply(200, kept)) : Optional.empty();
    }
}
