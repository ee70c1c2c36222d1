package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.transfer.TransferServiceTest.agent;
import static org.supertransfer.transfer.TransferServiceTest.number;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.billing.BillingReport;
import org.supertransfer.billing.BillingService;
import org.supertransfer.billing.TariffCard;
import org.supertransfer.billing.TariffService;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.directory.TargetType;

/** What a transfer costs, and when that is known. */
class TransferCostsTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final String EVE = "+358401000001";
    private static final String ULLA = "sip:1301@127.0.0.1:7301";

    private final UUID id = UUID.randomUUID();

    TransferCostsTest() {
        super(Heard.class, SetClock.class);
    }

    @BeforeEach
    void open() {
        tariff("+358", "1");
        tariff("+35840", "0.06");
    }

    @Test
    void completedTransfer_costsUntilItsTargetHangsUp() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        centre.rings(call, EVE);
        SetClock.pass(Duration.ofSeconds(10));
        centre.answers(call, EVE);
        centre.joined(call);
        assertThat(view().outcome()).isEqualTo(TransferState.COMPLETED);
        assertThat(view().cost()).isNull();
        long version = view().version();

        SetClock.pass(Duration.ofMinutes(5).plusMillis(1));
        centre.gone(call, EVE, EndCause.of(EndCause.Kind.NORMAL));
        assertThat(view().cost()).isEqualByComparingTo("0.401"); // 301 s of 0.06 a minute, and 0.10 for the call
        assertThat(view().version()).isGreaterThan(version);
        assertThat(row()).containsExactly(new BigDecimal("0.4010"), 301, "MOBILE");
    }

    @Test
    void blindTransfer_costsTheSame() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.answers(call, EVE);
        centre.joined(call);
        SetClock.pass(Duration.ofSeconds(60));
        centre.gone(call, "bob", EndCause.of(EndCause.Kind.NORMAL));
        centre.goodbyes(call);
        assertThat(row()).containsExactly(new BigDecimal("0.1600"), 60, "MOBILE");
    }

    @Test
    void numberWithoutATariff_isToldAgainWhenItsTargetHasLeft() {
        noTariffs();
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        talksForAMinute(call, EVE);
        assertThat(row()).containsExactly(null, 60, "MOBILE");
        assertThat(view().billedSeconds()).isEqualTo(60);
        assertThat(centre.get(Heard.class).forTransferor()).endsWith(TransferState.COMPLETED, TransferState.COMPLETED);
    }

    @Test
    void blindTransferWithoutATariff_isNewerWhenItsTargetHasLeft_andNotTold() {
        noTariffs();
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.answers(call, EVE);
        centre.joined(call);
        long version = view().version();
        centre.gone(call, EVE, EndCause.of(EndCause.Kind.NORMAL));
        assertThat(view().version()).isGreaterThan(version);
        assertThat(centre.get(Heard.class).forTransferor()).hasSize(1);
    }

    @Test
    void cancelledConsultation_costsWhatWasTalked() {
        CallId call = begin(TransferMethod.ATTENDED, true, number(EVE));
        centre.held(call, "bob");
        centre.answers(call, EVE);
        centre.joined(call);
        SetClock.pass(Duration.ofSeconds(30));
        centre.get(TransferService.class).cancel(ALICE, id, view().version());
        centre.joined(call);
        assertThat(view().outcome()).isEqualTo(TransferState.RETURNED);
        centre.goodbyes(call);
        assertThat(row()).containsExactly(new BigDecimal("0.1300"), 30, "MOBILE");
    }

    @Test
    void targetThatHangsUpInTheConsultation_costsWhatWasTalked() {
        CallId call = begin(TransferMethod.ATTENDED, true, number(EVE));
        centre.held(call, "bob");
        centre.answers(call, EVE);
        centre.joined(call);
        SetClock.pass(Duration.ofSeconds(30));
        centre.gone(call, EVE, EndCause.of(EndCause.Kind.NORMAL));
        centre.joined(call);
        assertThat(view().cost()).isEqualByComparingTo("0.13");
        assertThat(row()).containsExactly(new BigDecimal("0.1300"), 30, "MOBILE");
    }

    @Test
    void targetThatNeverAnswers_costsNothing() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        centre.rings(call, EVE);
        SetClock.pass(Duration.ofSeconds(10));
        centre.gone(call, EVE, EndCause.ofStatus(486, "Busy Here"));
        centre.joined(call);
        assertThat(row()).containsExactly(null, null, "MOBILE");
    }

    @Test
    void targetOfTheHouse_costsNothing() {
        CallId call = begin(TransferMethod.ATTENDED, false, agent("carol"));
        centre.held(call, "bob");
        centre.answers(call, "carol");
        centre.joined(call);
        centre.gone(call, "carol", EndCause.of(EndCause.Kind.NORMAL));
        assertThat(row()).containsExactly(null, null, null);
    }

    @Test
    void redirectionOutside_costsWhatTheNumberCostsThatIsReached() {
        CallId call = begin(TransferMethod.BLIND, false, user("1301"));
        centre.redirects(call, ULLA, EVE);
        talksForAMinute(call, ULLA);
        assertThat(row()).containsExactly(new BigDecimal("0.1600"), 60, "MOBILE");
    }

    @Test
    void redirectionIntoTheHouse_costsNothing() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.redirects(call, EVE, "1301");
        talksForAMinute(call, EVE);
        assertThat(row()).containsExactly(null, null, null);
    }

    @Test
    void redirectionToSeveralAtDifferentPrices_costsNobodyKnowsWhat() {
        CallId call = begin(TransferMethod.BLIND, false, user("1301"));
        centre.redirects(call, ULLA, EVE, "0501111111");
        talksForAMinute(call, ULLA);
        assertThat(row()).containsExactly(null, 60, "MOBILE");
    }

    @Test
    void tariffThatChangesMeanwhile_countsForTheNextTransfer() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.answers(call, EVE);
        centre.joined(call);
        noTariffs();
        SetClock.pass(Duration.ofSeconds(60));
        centre.gone(call, EVE, EndCause.of(EndCause.Kind.NORMAL));
        assertThat(row()).containsExactly(new BigDecimal("0.1600"), 60, "MOBILE");
    }

    @Test
    void bill_sumsTheMonthByAgentNumberAndClass() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.answers(call, EVE);
        centre.joined(call);
        SetClock.pass(Duration.ofSeconds(60));
        centre.gone(call, EVE, EndCause.of(EndCause.Kind.NORMAL));
        BillingReport bill = centre.get(BillingService.class).month(YearMonth.of(2026, 11));
        assertThat(bill.lines())
                .containsExactly(new BillingReport.Line(
                        "alice", ContactCentre.SERVICE, "MOBILE", 1, 60, new BigDecimal("0.1600")));
        assertThat(bill.total()).isEqualByComparingTo("0.16");
        assertThat(centre.get(BillingService.class)
                        .month(YearMonth.of(2026, 10))
                        .lines())
                .isEmpty();
    }

    private void talksForAMinute(CallId call, String target) {
        centre.answers(call, target);
        centre.joined(call);
        SetClock.pass(Duration.ofSeconds(60));
        centre.gone(call, target, EndCause.of(EndCause.Kind.NORMAL));
    }

    private static TransferOrder.Target user(String number) {
        return new TransferOrder.Target(TargetType.USER, number, null);
    }

    private void noTariffs() {
        centre.get(TariffService.class).replace("aatu", "prefix,name,pricePerMinute,pricePerCall\n");
    }

    private void tariff(String prefix, String perMinute) {
        centre.get(TariffService.class)
                .create("aatu", new TariffCard(prefix, prefix, new BigDecimal(perMinute), new BigDecimal("0.10"), 0));
    }

    private CallId begin(TransferMethod method, boolean consult, TransferOrder.Target target) {
        CallId call = centre.talking();
        TransferOrder order = new TransferOrder(call.value(), method, consult, false, target);
        centre.get(TransferService.class).put(ALICE, id, order);
        centre.settle();
        return call;
    }

    private TransferView view() {
        return centre.get(TransferService.class).find(ALICE, id).transfer();
    }

    private Object[] row() {
        return centre.database().in(rows -> (Object[])
                rows.createNativeQuery("select cost, billed_seconds, number_class from transfer where id = ?1")
                        .setParameter(1, id.toString())
                        .getSingleResult());
    }
}
