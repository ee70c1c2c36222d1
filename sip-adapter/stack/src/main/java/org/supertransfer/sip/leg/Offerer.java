package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.supertransfer.sip.sdp.SessionDescription;

/** A leg whose party makes the offer of an exchange and gets the answer. */
interface Offerer {
    Leg leg();

    /** Asks for the offer; {@code refused} gets the status when there is none. */
    void ask(Consumer<SessionDescription> offer, IntConsumer refused);

    /** Gives the answer; {@code done} runs when the party has it for sure. */
    void answer(SessionDescription answer, Runnable done);

    /** There will be no answer from another party; the status says why. */
    void giveUp(int status);
}
