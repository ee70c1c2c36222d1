package org.supertransfer.systemtest.peers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** linphone in each of the three places, with baresips in the others. */
@ExtendWith(ServerExtension.class)
@RequiresPeer({Peer.LINPHONE, Peer.BARESIP})
class LinphoneIT {
    private final Stage stage;

    LinphoneIT(Stage stage) {
        this.stage = stage;
    }

    private Baresip customer() {
        return Baresip.outside("+358403100002", Tone.HIGH, Workplace.proxy(stage));
    }

    @Test
    @Flow(value = "blind transfer from the page", by = Peer.LINPHONE)
    void blindTransferToLinphone_customerAndTargetHearEachOther() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Linphone> target = Workplace.linphone(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String id = agent.transfers("BLIND", false, target);
            agent.phone().loses();
            customer.talksWith(target.phone());
            agent.portal().transfer(id, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "attended transfer from the page, hand-over on answer", by = Peer.LINPHONE)
    void attendedTransferByALinphone_handsOverOnAnswer() {
        try (Workplace<Linphone> agent = Workplace.linphone(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Baresip customer = customer()) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            String id = agent.transfers("ATTENDED", false, target);
            customer.talksWith(target.phone());
            agent.phone().loses();
            agent.portal().transfer(id, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "consultation from the page, swapped twice, completed", by = Peer.LINPHONE)
    void consultationAboutALinphone_joinsEachPairInTurn() {
        try (Workplace<Baresip> agent = Workplace.baresip(stage, Tone.LOW);
                Workplace<Baresip> target = Workplace.baresip(stage, Tone.MIDDLE);
                Linphone customer = Linphone.outside("+358403100003", Tone.HIGH)) {
            customer.calls(agent.uri() + ":" + stage.server().sipPort());
            customer.talksWith(agent.phone());
            String id = agent.transfers("ATTENDED", true, target);
            agent.phone().talksWith(target.phone());
            customer.hearsNobody();
            agent.portal().moves(id, "swap");
            agent.phone().talksWith(customer);
            agent.portal().moves(id, "swap");
            agent.phone().talksWith(target.phone());
            agent.portal().moves(id, "complete");
            customer.talksWith(target.phone());
            agent.portal().transfer(id, "COMPLETED");
        }
    }

    @Test
    @Flow(value = "hold and resume by the phone's own key", by = Peer.LINPHONE)
    void holdKey_stopsTheCustomersVoiceUntilItIsPressedAgain() {
        try (Workplace<Linphone> agent = Workplace.linphone(stage, Tone.LOW);
                Baresip customer = customer()) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().holds();
            agent.phone().hearsNobody();
            agent.phone().resumes();
            agent.phone().talksWith(customer);
        }
    }

    @Test
    @Flow(value = "hang-up by the agent's phone", by = Peer.LINPHONE)
    void agentHangsUp_endsTheCustomersCall() {
        try (Workplace<Linphone> agent = Workplace.linphone(stage, Tone.LOW);
                Baresip customer = customer()) {
            customer.calls(agent.uri());
            customer.talksWith(agent.phone());
            agent.phone().hangsUp();
            customer.loses();
        }
    }
}
