package org.supertransfer.systemtest.peers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Three baresips with three pitches: customer, agent and target. What they record tells who talks to whom. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.BARESIP)
class BaresipIT {
    private final Stage stage;

    BaresipIT(Stage stage) {
        this.stage = stage;
    }

    private Baresip customer() {
        return Baresip.outside("+358403100001", Tone.HIGH, Workplace.proxy(stage));
    }

    private static void talk(Baresip customer, Workplace<Baresip> agent) {
        customer.calls(agent.uri());
        customer.talksWith(agent.phone());
    }

    @Test
    @Flow(value = "blind transfer from the page", by = Peer.BARESIP)
    void blindTransfer_customerAndTargetHearEachOther() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            talk(customer, agent);
            String id = agent.transfers("BLIND", false, target);
            agent.phone().loses();
            customer.talksWith(target.phone());
            agent.portal().transfer(id, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "attended transfer from the page, hand-over on answer", by = Peer.BARESIP)
    void attendedTransfer_handsOverOnAnswer() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresipByHand(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            talk(customer, agent);
            String id = agent.transfers("ATTENDED", false, target);
            target.phone().rings();
            customer.hearsNobody();
            target.phone().answers();
            customer.talksWith(target.phone());
            agent.phone().loses();
            agent.portal().transfer(id, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "consultation from the page, swapped twice, completed", by = Peer.BARESIP)
    void consultation_joinsEachPairInTurn() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            talk(customer, agent);
            String id = agent.transfers("ATTENDED", true, target);
            agent.phone().talksWith(target.phone());
            customer.hearsNobody();
            agent.portal().moves(id, "swap");
            agent.phone().talksWith(customer);
            target.phone().hearsNobody();
            agent.portal().moves(id, "swap");
            agent.phone().talksWith(target.phone());
            customer.hearsNobody();
            agent.portal().moves(id, "complete");
            customer.talksWith(target.phone());
            agent.phone().loses();
            agent.portal().transfer(id, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "target never answers: the call returns to the transferor", by = Peer.BARESIP)
    void silentTarget_givesTheCustomerBack() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresipByHand(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            talk(customer, agent);
            String id = agent.transfers("ATTENDED", false, target);
            target.phone().rings();
            target.phone().loses();
            agent.portal().transfer(id, "RETURNED");
            customer.talksWith(agent.phone());
        }
    }

    @Test
    @Flow(value = "target declines by its own key: the call returns to the transferor", by = Peer.BARESIP)
    void decliningTarget_givesTheCustomerBack() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresipByHand(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            talk(customer, agent);
            String id = agent.transfers("ATTENDED", false, target);
            target.phone().rings();
            target.phone().hangsUp();
            agent.portal().transfer(id, "RETURNED");
            customer.talksWith(agent.phone());
        }
    }

    @Test
    @Flow(
            value = "transferor hangs up early, the target declines, nobody answers the recall: the queue",
            by = Peer.BARESIP)
    void unansweredRecall_fallsBackToTheQueue() {
        try (Workplace<Baresip> agent = Workplace.baresipByHand(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresipByHand(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            customer.dials(agent.uri());
            agent.phone().rings();
            agent.phone().answers();
            customer.talksWith(agent.phone());
            String id = agent.transfers("ATTENDED", false, target);
            target.phone().rings();
            agent.phone().hangsUp();
            agent.phone().loses();
            target.phone().hangsUp();
            agent.phone().rings();
            agent.phone().loses();
            agent.portal().transfer(id, "FELL_BACK");
            customer.hearsNobody();
        }
    }

    @Test
    @Flow(value = "hold and resume by the phone's own key", by = Peer.BARESIP)
    void holdKey_stopsTheCustomersVoiceUntilItIsPressedAgain() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Baresip customer = customer()) {
            talk(customer, agent);
            agent.phone().holds();
            agent.phone().hearsNobody();
            agent.phone().resumes();
            agent.phone().talksWith(customer);
        }
    }

    @Test
    @Flow(value = "hang-up by the agent's phone", by = Peer.BARESIP)
    void agentHangsUp_endsTheCustomersCall() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Baresip customer = customer()) {
            talk(customer, agent);
            agent.phone().hangsUp();
            customer.loses();
        }
    }

    @Test
    @Flow(value = "hang-up by the customer", by = Peer.BARESIP)
    void customerHangsUp_endsTheAgentsCall() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Baresip customer = customer()) {
            talk(customer, agent);
            customer.hangsUp();
            agent.phone().loses();
        }
    }
}
