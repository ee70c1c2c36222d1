package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Desk.Conversation;

/** What a log collector reads from the console. */
class JsonLogIT {
    @Test
    void everyLineIsJson_andATransfersLinesNameItAndItsCall() throws IOException {
        try (Stage stage = Stage.open("server-json-log", Map.of("ST_LOG_FORMAT", "json"));
                Desk desk = stage.desk()) {
            Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(100)));
            Conversation talk = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(talk, "ATTENDED", target.user());
            desk.transfer(id, "COMPLETED");

            List<JsonNode> moves = lines(stage).stream()
                    .filter(line -> line.path("message").asText().startsWith("transfer=" + id))
                    .toList();
            assertThat(moves).hasSizeGreaterThan(2).allSatisfy(line -> {
                assertThat(line.path("mdc").path("transfer").asText()).isEqualTo(id);
                assertThat(line.path("mdc").path("call").asText()).isEqualTo(talk.callId());
                assertThat(line.path("level").asText()).isEqualTo("INFO");
            });
            assertThat(moves.get(moves.size() - 1).path("message").asText()).endsWith("COMPLETED");
        }
    }

    /** Everything but the banner that the start script itself prints. */
    private static List<JsonNode> lines(Stage stage) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(stage.server().base().resolve("console.log"))) {
            if (!lines.isEmpty() || line.startsWith("{")) {
                lines.add(Api.JSON.readTree(line));
            }
        }
        assertThat(lines).allMatch(JsonNode::isObject);
        return lines;
    }
}
