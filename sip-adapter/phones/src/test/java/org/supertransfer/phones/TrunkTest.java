package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.CONNECTED;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rehearsal's numbers, called directly. */
class TrunkTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final PhoneNetwork OUTSIDE = PhoneNetwork.open();
    private static final PhoneNetwork SERVER = PhoneNetwork.open();

    private final Customers customers = new Customers(OUTSIDE);
    private final Trunk trunk = new Trunk(OUTSIDE, customers);
    private final Phone us = SERVER.phone("0201234500");

    @AfterAll
    static void freeThePorts() {
        OUTSIDE.close();
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({"0401000002,486", "+358401000002,486", "0401000004,603", "0401000005,404", "0409999999,404"})
    void refusingNumber_itsStatus(String number, int status) {
        assertThat(dial(number).await(ENDED, SOON).ending().orElseThrow().status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0401000001", "+358300123123", "0600123123"})
    void answeringNumber_ringsTwoSeconds(String number) {
        PhoneCall call = dial(number).await(CONNECTED, SOON);
        Instant rang =
                call.log().await(message -> message.is(180, "INVITE"), SOON).at();
        Instant answered =
                call.log().await(message -> message.is(200, "INVITE"), SOON).at();
        assertThat(Duration.between(rang, answered)).isGreaterThan(Duration.ofMillis(1_500));
        call.hangUp();
    }

    @Test
    void silentNumber_neverSpeaks() {
        PhoneCall call = dial("0401000006");
        trunk.phone().log().await("INVITE", SOON);
        assertThat(call.state()).isEqualTo(PhoneCall.State.CALLING);
    }

    @Test
    void customerInTransfer_hangsUpThreeSecondsAfterTheRing() {
        PhoneCall inTransfer = answeredCustomer();
        PhoneCall other = answeredCustomer();
        PhoneCall target = trunkCallOffering(inTransfer);
        assertThat(customers.behind(target)).contains(inTransfer);

        inTransfer.await(ENDED, SOON);
        assertThat(other.connected()).isTrue();
        customers.hangUpAll();
    }

    @Test
    void consultation_customerIsKnownByTheTransferorsMedia() {
        PhoneCall inTransfer = answeredCustomer();
        PhoneCall agent = us.calls().get(us.calls().size() - 1);
        answeredCustomer();
        assertThat(customers.behind(trunkCallOffering(agent))).contains(inTransfer);
        customers.hangUpAll();
    }

    private PhoneCall answeredCustomer() {
        us.behaves(Behaviour.answersAfter(Duration.ZERO));
        return customers.call("0201234500", "127.0.0.1", SERVER.port()).await(CONNECTED, SOON);
    }

    /** Calls the trunk as a server does in a transfer: with the session description of another. */
    private PhoneCall trunkCallOffering(PhoneCall whose) {
        Phone server = SERVER.caller("0201234500", null);
        server.speaks(Codecs.G711).offersFor(whose.mediaEndpoint());
        server.call(OUTSIDE.uri("0401000008"));
        return trunk.awaitCall("0401000008", SOON);
    }

    private PhoneCall dial(String number) {
        return SERVER.caller("0201234500", null).call(OUTSIDE.uri(number));
    }
}
