package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.supertransfer.transfer.TransferMethod.ATTENDED;
import static org.supertransfer.transfer.TransferMethod.BLIND;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberPolicy;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Each refusal of a transfer order, in the contract's order, and that none of them keeps anything. */
class TransferRefusalsTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final Caller CAROL = new Caller("carol", Set.of(Role.AGENT));

    private CallId call = CallId.random();

    TransferRefusalsTest() {
        super(Heard.class);
    }

    @BeforeEach
    void talk() {
        call = centre.talking();
        centre.wire().takeAsked();
    }

    @Test
    void unknownCall_isNotFound() {
        TransferOrder order = new TransferOrder("nope", BLIND, false, false, TransferServiceTest.number("0401000001"));
        assertThat(refusal(() -> put(ALICE, UUID.randomUUID(), order))).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void somebodyElsesCall_isNotFound() {
        assertThat(refusal(() -> put(CAROL, UUID.randomUUID(), order(BLIND, "0401000001"))))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void targets_areRefusedAsTheContractSays() {
        assertThat(refused(ATTENDED, "abc")).isEqualTo(Refusal.NUMBER_INVALID);
        assertThat(refused(ATTENDED, "1201")).isEqualTo(Refusal.TARGET_IS_SELF);
        assertThat(refused(ATTENDED, "+358 40 555 1234")).isEqualTo(Refusal.TARGET_IS_TRANSFEREE);
        assertThat(refused(ATTENDED, "0600123123")).isEqualTo(Refusal.NUMBER_NOT_ALLOWED);
        assertThat(refused(ATTENDED, "112")).isEqualTo(Refusal.EMERGENCY_UNCONFIRMED);
        assertThat(refused(BLIND, "+358112")).isEqualTo(Refusal.EMERGENCY_BLIND);
        TransferOrder.Target nobody = new TransferOrder.Target(TargetType.USER, "9999", null);
        TransferOrder unknown = new TransferOrder(call.value(), ATTENDED, false, false, nobody);
        assertThat(refusal(() -> put(ALICE, UUID.randomUUID(), unknown))).isEqualTo(Refusal.TARGET_UNKNOWN);
        assertThat(centre.wire().takeAsked()).isEmpty();
    }

    @Test
    void numberOfTheHouse_whereItsClassIsNotAllowed_isRefusedWhenTyped_andNotWhenPicked() {
        centre.get(NumberPolicy.class).use(Map.of(Role.AGENT, Set.of(NumberClass.MOBILE)));

        assertThat(refused(ATTENDED, "1202")).isEqualTo(Refusal.NUMBER_NOT_ALLOWED);
        assertThat(refused(ATTENDED, ContactCentre.SUPPORT)).isEqualTo(Refusal.NUMBER_NOT_ALLOWED);
        assertThat(refused(ATTENDED, "1201")).isEqualTo(Refusal.TARGET_IS_SELF);
        assertThat(centre.wire().takeAsked()).isEmpty();

        TransferOrder picked =
                new TransferOrder(call.value(), ATTENDED, false, false, TransferServiceTest.agent("carol"));
        assertThat(put(ALICE, UUID.randomUUID(), picked).state()).isEqualTo(TransferState.HOLDING);
    }

    @Test
    void consultationOfABlindTransfer_isRefused() {
        TransferOrder order =
                new TransferOrder(call.value(), BLIND, true, false, TransferServiceTest.number("0401000001"));
        assertThat(refusal(() -> put(ALICE, UUID.randomUUID(), order))).isEqualTo(Refusal.CONSULT_WITH_BLIND);
    }

    @Test
    void blindToAnAgentWithoutAPhone_isRefused() {
        centre.registered("carol", 0);
        TransferOrder order = new TransferOrder(call.value(), BLIND, false, false, TransferServiceTest.agent("carol"));
        assertThat(refusal(() -> put(ALICE, UUID.randomUUID(), order))).isEqualTo(Refusal.TARGET_OFFLINE);
    }

    @Test
    void secondTransfer_isRefusedWhileOneLives() {
        put(ALICE, UUID.randomUUID(), order(ATTENDED, "0401000001"));
        assertThat(refused(ATTENDED, "0401000002")).isEqualTo(Refusal.TRANSFER_LIVE);
    }

    @Test
    void samePutAgain_answersWithTheTransferAsItIsNow() {
        UUID id = UUID.randomUUID();
        TransferView first = put(ALICE, id, order(BLIND, "0401000001"));
        centre.goodbyes(call);
        TransferView again = put(ALICE, id, order(BLIND, "0401000001"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(centre.wire().takeAsked().stream().filter(word -> word.startsWith("dial")))
                .hasSize(1);
    }

    @Test
    void usedIdWithAnotherOrderOrCaller_isRefused() {
        UUID id = UUID.randomUUID();
        put(ALICE, id, order(BLIND, "0401000001"));
        assertThat(refusal(() -> put(ALICE, id, order(ATTENDED, "0401000001")))).isEqualTo(Refusal.ID_USED);
        assertThat(refusal(() -> put(CAROL, id, order(BLIND, "0401000001")))).isEqualTo(Refusal.ID_USED);
    }

    @Test
    void silentDatabase_refusesAndBeginsNothing() {
        UUID id = UUID.randomUUID();
        centre.database().silent(true);
        assertThat(refusal(() -> put(ALICE, id, order(BLIND, "0401000001")))).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(centre.wire().takeAsked()).isEmpty();

        centre.database().silent(false);
        centre.pass(Duration.ofSeconds(1));
        assertThat(put(ALICE, id, order(BLIND, "0401000001")).state()).isEqualTo(TransferState.UNATTENDED);
    }

    @Test
    void staleVersion_isRefusedWithTheCurrentOne() {
        UUID id = UUID.randomUUID();
        put(ALICE, id, order(ATTENDED, "0401000001"));
        Refused stale = catchThrowableOfType(Refused.class, () -> transfers().cancel(ALICE, id, 7));
        assertThat(stale.refusal()).isEqualTo(Refusal.STALE);
        assertThat(stale.facts()).containsEntry("version", "1").containsEntry("state", "HOLDING");
    }

    @Test
    void swapBeforeTheConsultation_isRejectedWithTheState() {
        UUID id = UUID.randomUUID();
        put(ALICE, id, order(ATTENDED, "0401000001"));
        Refused rejected = catchThrowableOfType(Refused.class, () -> transfers().swap(ALICE, id, 1));
        assertThat(rejected.refusal()).isEqualTo(Refusal.MOVE_REJECTED);
        assertThat(rejected.facts()).containsEntry("state", "HOLDING");
    }

    @Test
    void somebodyElsesTransfer_isNotFound() {
        UUID id = UUID.randomUUID();
        put(ALICE, id, order(ATTENDED, "0401000001"));
        assertThat(refusal(() -> transfers().find(CAROL, id))).isEqualTo(Refusal.NOT_FOUND);
    }

    private Refusal refused(TransferMethod method, String number) {
        return refusal(() -> put(ALICE, UUID.randomUUID(), order(method, number)));
    }

    private static Refusal refusal(ThrowingCallable request) {
        return catchThrowableOfType(Refused.class, request).refusal();
    }

    private TransferOrder order(TransferMethod method, String number) {
        return new TransferOrder(call.value(), method, false, false, TransferServiceTest.number(number));
    }

    private TransferView put(Caller caller, UUID id, TransferOrder order) {
        return transfers().put(caller, id, order);
    }

    private TransferService transfers() {
        return centre.get(TransferService.class);
    }
}
