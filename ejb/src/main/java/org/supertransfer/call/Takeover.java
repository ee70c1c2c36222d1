package org.supertransfer.call;

import java.util.Optional;
import org.supertransfer.callcontrol.CallEvent;

/**
 * A live transfer as its call sees it: while it lives, it owns every leg of the call. All methods run in the call's
 * mailbox.
 */
public interface Takeover {
    String transferId();

    /** An event of one of the call's legs, after the legs' own book-keeping. */
    void event(CallEvent.OfLeg event);

    /** An agent's phone has been reserved for the queue that this transfer waits in. */
    void offered(String username);

    /** This agent hangs up by its page. */
    void hungUp(String username);

    /** How the call looks to the agent of this leg; empty when not at all. */
    Optional<CallView.State> stateFor(Leg leg);

    /** Whom the agent of this leg talks to, or is about to; empty when the call itself knows. */
    Optional<CallView.PartyView> partyFor(Leg leg);

    /** What the agent of this leg is told as the transfer's target; empty for everybody else. */
    Optional<CallView.HandoverView> handoverTo(Leg leg);

    /** Whether this agent is told which transfer it is. */
    boolean tells(String username);
}
