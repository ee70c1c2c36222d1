package org.supertransfer.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.supertransfer.browser.FakePortal.Reply;

/** A part of the fake server that answers for itself; {@link FakePortal#rooms} has them all. */
interface FakeRoom {
    /**
     * The answer, if the call is for this room.
     *
     * @param call method, path and query, for example {@code GET /api/board?page=0}
     */
    Optional<Reply> answer(String call, JsonNode body);
}
