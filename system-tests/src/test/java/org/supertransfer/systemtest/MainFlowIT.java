package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk.Conversation;

/** The main job once, blind and attended: seen in REST, on {@code /live} and on each side of the wire. */
@ExtendWith(ServerExtension.class)
class MainFlowIT {
    static final Behaviour ANSWERS = Behaviour.answersAfter(Duration.ofMillis(300));

    @Test
    void blindTransferToANumberThatAnswers_joinsCustomerAndTarget(Stage stage) {
        blind(stage);
    }

    @Test
    void attendedTransferToANumberThatAnswers_handsOverOnAnswer(Stage stage) {
        attended(stage);
    }

    static void blind(Stage stage) {
        Phone customer = stage.customer();
        Phone target = stage.target(ANSWERS);
        try (Desk desk = stage.desk()) {
            Conversation talk = desk.answersCallFrom(customer);
            PhoneCall agentSide = desk.phone().liveCall().orElseThrow();

            String id = desk.transfers(talk, "BLIND", target.user());

            agentSide.await(PhoneCall.State.ENDED, Duration.ofSeconds(2));
            JsonNode transfer = desk.transfer(id, "COMPLETED");
            assertThat(transfer.path("outcome").asText()).isEqualTo("COMPLETED");
            Until.isTrue("customer and target talk", () -> customer.talksWith(target));
            assertThat(desk.live().codes(id)).containsExactly("TRANSFER_STARTED");
            endsForAll(talk, target);
        }
    }

    static void attended(Stage stage) {
        Phone customer = stage.customer();
        Phone target = stage.target(ANSWERS);
        try (Desk desk = stage.desk()) {
            Conversation talk = desk.answersCallFrom(customer);
            PhoneCall agentSide = desk.phone().liveCall().orElseThrow();

            String id = desk.transfers(talk, "ATTENDED", target.user());

            desk.live().message(id, "TRANSFER_SUCCEEDED");
            assertThat(desk.live().codes(id))
                    .containsExactly("TRANSFER_STARTED", "TARGET_RINGING", "TARGET_ANSWERED", "TRANSFER_SUCCEEDED");
            desk.transfer(id, "COMPLETED");
            agentSide.await(PhoneCall.State.ENDED, Desk.SOON);
            Until.isTrue("customer and target talk", () -> customer.talksWith(target));
            endsForAll(talk, target);
        }
    }

    private static void endsForAll(Conversation talk, Phone target) {
        PhoneCall targetSide = target.liveCall().orElseThrow();
        talk.call().hangUp();
        targetSide.await(PhoneCall.State.ENDED, Desk.SOON);
    }
}
