package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.supertransfer.systemtest.Rows;
import org.supertransfer.systemtest.Until;

/** What the database keeps of a story, beside what is shown of it. */
record Kept(Rows rows, Duration patience) {
    /** The ended transfer, its history line for line as REST shows it, and the messages in it. */
    void asShown(JsonNode transfer) {
        String id = transfer.path("id").asText();
        String outcome = transfer.path("outcome").asText();
        String reason = transfer.path("reason").asText("");
        assertThat(rows.transfer(id)).contains(new Rows.Transfer(outcome, outcome, reason, true, false, false));
        List<Rows.Line> shown = new ArrayList<>();
        for (JsonNode line : transfer.path("timeline")) {
            shown.add(
                    new Rows.Line(line.path("state").asText(), line.path("code").asText("")));
        }
        assertThat(rows.history(id)).isNotEmpty().isEqualTo(shown);
        assertThat(rows.messages(id))
                .isEqualTo(shown.stream()
                        .map(Rows.Line::code)
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    /** The states that a transfer went through. */
    List<String> states(String id) {
        List<String> distinct = new ArrayList<>();
        for (Rows.Line line : rows.history(id)) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(line.state())) {
                distinct.add(line.state());
            }
        }
        return distinct;
    }

    /**
     * Once all have hung up there is no live row of the call. A leg that was never replied to stays until its INVITE's
     * time is over: it cannot be cancelled (RFC 3261 section 9.1).
     */
    void nothingOpen(String callId) {
        Until.seen(
                "rows left open of call " + callId,
                patience,
                () -> rows.open(callId).toString(),
                List.of().toString());
    }
}
