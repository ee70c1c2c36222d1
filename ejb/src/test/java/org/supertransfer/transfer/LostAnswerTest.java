package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.supertransfer.transfer.TransferMethod.BLIND;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** A transfer's first rows were committed and nobody was told: it has not begun, and its rows must say so. */
class LostAnswerTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final TransferOrder.Target EVE = TransferServiceTest.number("0401000001");
    private static final TransferOrder.Target SUPPORT = TransferServiceTest.inbound(ContactCentre.SUPPORT);

    private final UUID id = UUID.randomUUID();
    private CallId call = CallId.random();

    LostAnswerTest() {
        super(Heard.class);
    }

    @BeforeEach
    void talk() {
        call = centre.talking();
        centre.wire().takeAsked();
    }

    @Test
    void samePutAgain_showsThatItHasEndedWithoutEffect() {
        centre.database().loseAnswer(false);
        assertThat(refusal(EVE)).isEqualTo(Refusal.UNAVAILABLE);

        TransferView again = put(id, EVE);
        assertThat(again.state()).isEqualTo(TransferState.FAILED);
        assertThat(again.outcome()).isEqualTo(TransferState.FAILED);
        assertThat(again.reason()).isEqualTo("not-begun");
        assertThat(again.endedAt()).isNotNull();
        assertThat(centre.wire().takeAsked()).isEmpty();
        assertThat(rows("leg")).isEqualTo(2);
    }

    @Test
    void commandToIt_isIgnored() {
        centre.database().loseAnswer(false);
        assertThat(refusal(EVE)).isEqualTo(Refusal.UNAVAILABLE);

        TransferService transfers = centre.get(TransferService.class);
        long version = transfers.find(ALICE, id).transfer().version();
        assertThat(transfers.cancel(ALICE, id, version).outcome()).isEqualTo(TransferState.FAILED);
    }

    @Test
    void anotherId_isTaken() {
        centre.database().loseAnswer(false);
        assertThat(refusal(EVE)).isEqualTo(Refusal.UNAVAILABLE);

        assertThat(put(UUID.randomUUID(), EVE).state()).isEqualTo(TransferState.UNATTENDED);
        assertThat(centre.wire().takeAsked()).contains("dial +358401000001");
    }

    @Test
    void placeInTheTargetsQueue_isGivenBack() {
        centre.database().loseAnswer(false);
        assertThat(refusal(SUPPORT)).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(rows("waiting")).isZero();

        put(UUID.randomUUID(), SUPPORT);
        assertThat(rows("waiting")).isEqualTo(1);
    }

    @Test
    void whileTheDatabaseStaysSilent_nothingBegins_andTheRowsAreClosedWhenItIsBack() {
        centre.database().loseAnswer(true);
        assertThat(refusal(EVE)).isEqualTo(Refusal.UNAVAILABLE);
        centre.database().silent(false);
        assertThat(catchThrowableOfType(Refused.class, () -> put(UUID.randomUUID(), EVE))
                        .refusal())
                .isEqualTo(Refusal.UNAVAILABLE);

        centre.pass(Duration.ofSeconds(1));
        assertThat(put(id, EVE).outcome()).isEqualTo(TransferState.FAILED);
        assertThat(put(UUID.randomUUID(), EVE).state()).isEqualTo(TransferState.UNATTENDED);
    }

    private Refusal refusal(TransferOrder.Target target) {
        return catchThrowableOfType(Refused.class, () -> put(id, target)).refusal();
    }

    private TransferView put(UUID transfer, TransferOrder.Target target) {
        TransferOrder order = new TransferOrder(call.value(), BLIND, false, false, target);
        return centre.get(TransferService.class).put(ALICE, transfer, order);
    }

    private long rows(String table) {
        centre.settle();
        return centre.database().in(rows -> ((Number)
                        rows.createNativeQuery("select count(*) from " + table).getSingleResult())
                .longValue());
    }
}
