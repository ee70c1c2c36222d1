package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final PhoneNetwork NETWORK = PhoneNetwork.open();

    private final List<PhoneCall> called = new ArrayList<>();
    private final Visitors visitors = new Visitors(new Portal(URI.create("http://127.0.0.1:9"), "sanna"), this::call);

    @AfterAll
    static void freeThePort() {
        NETWORK.close();
    }

    @Test
    void availableTwoSeconds_oneCustomer() {
        visitors.agents(Set.of("anna"), 0);
        visitors.agents(Set.of("anna"), 2 * SECOND - 1);
        assertThat(called).isEmpty();
        visitors.agents(Set.of("anna"), 2 * SECOND);
        visitors.agents(Set.of("anna"), 9 * SECOND);
        assertThat(called).hasSize(1);
    }

    @Test
    void busyInBetween_theTwoSecondsBeginAgain() {
        visitors.agents(Set.of("anna"), 0);
        visitors.agents(Set.of(), SECOND);
        visitors.agents(Set.of("anna"), 2 * SECOND);
        visitors.agents(Set.of("anna"), 3 * SECOND);
        assertThat(called).isEmpty();
        visitors.agents(Set.of("anna"), 4 * SECOND);
        assertThat(called).hasSize(1);
    }

    @Test
    void twoAgents_oneCustomerEach() {
        visitors.agents(Set.of("anna", "bertta"), 0);
        visitors.agents(Set.of("anna", "bertta"), 2 * SECOND);
        visitors.agents(Set.of("anna", "bertta"), 3 * SECOND);
        assertThat(called).hasSize(2);
    }

    @Test
    void customerWentAway_theNextComesTwoSecondsLater() {
        visitors.agents(Set.of("anna"), 0);
        visitors.agents(Set.of("anna"), 2 * SECOND);
        called.get(0).await(ENDED, Duration.ofSeconds(3));
        visitors.agents(Set.of("anna"), 5 * SECOND);
        visitors.agents(Set.of("anna"), 6 * SECOND);
        assertThat(called).hasSize(1);
        visitors.agents(Set.of("anna"), 7 * SECOND);
        assertThat(called).hasSize(2);
    }

    private PhoneCall call() {
        NETWORK.phone("0201234500").behaves(Behaviour.busy());
        PhoneCall call = NETWORK.caller("0401234567", null).call(NETWORK.uri("0201234500"));
        called.add(call);
        return call;
    }
}
