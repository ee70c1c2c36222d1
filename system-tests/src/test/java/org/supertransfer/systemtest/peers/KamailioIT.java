package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Kamailio in front, in the way of every dialog: UDP on its far side, TCP to the server. */
@ExtendWith(ServerExtension.class)
@RequiresPeer({Peer.KAMAILIO, Peer.BARESIP})
class KamailioIT {
    private static final String NUMBER = "+358403100004";

    private final Stage stage;

    KamailioIT(Stage stage) {
        this.stage = stage;
    }

    private Kamailio kamailio() {
        return Kamailio.between(stage.proxied().proxyPort(), stage.server().sipPort());
    }

    private Workplace<Baresip> behind(Kamailio proxy, Agent agent, Tone tone) {
        return Workplace.open(stage, agent, Baresip.trusted(agent.extension(), tone, proxy.uri()));
    }

    @Test
    @Flow(value = "a trunk behind a proxy (Record-Route, UDP to TCP): call and attended transfer", by = Peer.KAMAILIO)
    void customerBehindTheProxy_isTransferred() {
        try (Kamailio proxy = kamailio();
                Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = Baresip.outside(NUMBER, Tone.HIGH, proxy.uri())) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.transfers("ATTENDED", false, target);
            customer.talksWith(target.phone());
            agent.phone().loses();
            customer.hangsUp();
            target.phone().loses();
            assertThat(proxy.log()).contains("PASSES INVITE from udp", "PASSES INVITE from tcp", "PASSES BYE from udp");
        }
    }

    @Test
    @Flow(value = "phones behind a proxy (TCP to UDP, Record-Route): call and blind transfer", by = Peer.KAMAILIO)
    void phonesBehindTheProxy_takeACallAndATransfer() {
        try (Kamailio proxy = kamailio();
                Workplace<Baresip> agent = behind(proxy, stage.proxied().agent(), Tone.LOW);
                Workplace<Baresip> target = behind(proxy, stage.proxied().target(), Tone.MIDDLE);
                Baresip customer = Baresip.outside(NUMBER, Tone.HIGH, Workplace.proxy(stage))) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String id = agent.transfers("BLIND", false, target);
            agent.phone().loses();
            customer.talksWith(target.phone());
            agent.portal().transfer(id, "COMPLETED");
            target.phone().hangsUp();
            customer.loses();
            assertThat(proxy.log()).contains("PASSES BYE from tcp", "PASSES BYE from udp");
        }
    }

    @Test
    @Flow(value = "everybody behind a proxy: consultation, swapped and completed", by = Peer.KAMAILIO)
    void everybodyBehindTheProxy_consults() {
        try (Kamailio proxy = kamailio();
                Workplace<Baresip> agent = behind(proxy, stage.proxied().agent(), Tone.LOW);
                Workplace<Baresip> target = behind(proxy, stage.proxied().target(), Tone.MIDDLE);
                Baresip customer = Baresip.outside(NUMBER, Tone.HIGH, proxy.uri())) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String id = agent.transfers("ATTENDED", true, target);
            agent.phone().talksWith(target.phone());
            agent.portal().moves(id, "swap");
            agent.phone().talksWith(customer);
            agent.portal().moves(id, "complete");
            customer.talksWith(target.phone());
            agent.phone().loses();
        }
    }

    @Test
    @Flow(value = "blind transfer by the phone's own key (REFER)", by = Peer.KAMAILIO)
    void transferKeyBehindTheProxy_handsOverOnAnswer() {
        try (Kamailio proxy = kamailio();
                Workplace<Baresip> agent = behind(proxy, stage.proxied().agent(), Tone.LOW);
                Workplace<Baresip> target = behind(proxy, stage.proxied().target(), Tone.MIDDLE);
                Baresip customer = Baresip.outside(NUMBER, Tone.HIGH, proxy.uri())) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().transfers("sip:" + target.agent().extension() + "@supertransfer.local");
            customer.talksWith(target.phone());
            agent.phone().loses();
            assertThat(proxy.log()).contains("PASSES REFER from udp", "PASSES NOTIFY from tcp");
        }
    }
}
