package org.supertransfer.sip.leg;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.sdp.SessionDescription;

/** A leg with a confirmed dialog: its ACKs, its offers, its end. */
final class Talk implements Side {
    private final Leg leg;
    private final Dialog dialog;
    private final Gate gate;
    private final PartyRequests requests;
    private final Map<Long, Request> acks = new HashMap<>();
    private @Nullable FirstAnswer firstAnswer;
    private @Nullable Retransmission unacknowledged;
    private @Nullable Consumer<Request> onAcknowledged;
    /** Whether the first 2xx has its ACK: no BYE of the one who was called may come earlier (RFC 3261 section 15). */
    private boolean confirmed;

    private @Nullable EndCause leaving;
    private final SessionTimer session;
    private @Nullable EarlyWords early;
    private boolean takesUpdate;

    private Talk(Leg leg, Dialog dialog, Gate.Holder first) {
        this.leg = leg;
        this.dialog = dialog;
        this.gate = new Gate(first);
        this.requests = new PartyRequests(this);
        this.session = new SessionTimer(this);
    }

    /** A party answered our INVITE; the ACK is still ours to send. */
    static void dialled(Leg leg, Dialog dialog, Response ok, FirstAnswer answer) {
        Talk talk = new Talk(leg, dialog, Gate.Holder.OURS);
        talk.heard(ok);
        talk.firstAnswer = answer;
        talk.confirmed = true;
        leg.become(talk);
        talk.session.agreed(ok);
        answer.begin(talk);
        leg.publish();
    }

    /** We are about to answer a caller. */
    static Talk answering(Leg leg, Dialog dialog, Request invite) {
        Talk talk = new Talk(leg, dialog, Gate.Holder.THEIRS);
        talk.heard(invite);
        leg.become(talk);
        return talk;
    }

    Leg leg() {
        return leg;
    }

    Dialog dialog() {
        return dialog;
    }

    Gate gate() {
        return gate;
    }

    Lane lane() {
        return leg.call().lane();
    }

    Wire wire() {
        return leg.call().wire();
    }

    Surroundings surroundings() {
        return leg.call().surroundings();
    }

    boolean leaving() {
        return leaving != null;
    }

    boolean alive() {
        return leaving == null && !leg.ended();
    }

    SessionTimer session() {
        return session;
    }

    /** What was said before our 2xx; a PRACK may still come. */
    Optional<EarlyWords> early() {
        return Optional.ofNullable(early);
    }

    void early(EarlyWords words) {
        early = words;
    }

    /** Notes what the party says that it can do. */
    void heard(Message message) {
        if (Capabilities.listsMethods(message)) {
            takesUpdate = Capabilities.allows(message, Request.UPDATE);
        }
    }

    /** Whether the party takes an UPDATE (RFC 3311 section 4); one that never said so gets a re-INVITE. */
    boolean takesUpdate() {
        return takesUpdate;
    }

    /** The party said that it takes UPDATE, and then did not. */
    void refusesUpdate() {
        takesUpdate = false;
    }

    /** The party's 200 to our first INVITE, for as long as it is the last word of this dialog. */
    Optional<FirstAnswer> firstAnswer() {
        return Optional.ofNullable(firstAnswer);
    }

    /** A new offer is on its way in this dialog: what the first answer said no longer counts. */
    void renegotiated() {
        if (firstAnswer != null) {
            firstAnswer.settle();
            firstAnswer = null;
        }
    }

    /** What the party wishes to hear by its own key: a change is news. */
    void noteHold(boolean held) {
        if (leg.media().partyHolds() != held) {
            leg.media().partyHolds(held);
            leg.emit(new CallEvent.PartyHold(leg.call().id(), leg.id(), held));
        }
    }

    /** Sends the ACK to a 2xx, and keeps it for the 2xx to come again (RFC 3261 section 13.2.2.4). */
    void acknowledge(long cseq, @Nullable SessionDescription answer) {
        Request ack = dialog.ack(cseq);
        if (answer != null) {
            Parts.withSdp(ack, answer);
        }
        wire().dress(ack);
        acks.put(cseq, ack);
        wire().sendAck(ack);
        leg.publish();
        session.restart();
    }

    /** Sends a 2xx to an INVITE of the party until its ACK comes. */
    void accept(ServerTransaction tx, Response ok, Consumer<Request> acknowledged) {
        onAcknowledged = acknowledged;
        unacknowledged = new Retransmission(leg.call(), ok, this::neverAcknowledged);
        wire().answer(tx, ok);
        unacknowledged.start();
        leg.publish();
    }

    private void neverAcknowledged() {
        unacknowledged = null;
        if (leaving != null) {
            bye(leaving);
        } else {
            hangUp(EndCause.of(EndCause.Kind.LOST));
        }
    }

    @Override
    public void onAck(Request ack) {
        if (unacknowledged == null || unacknowledged.cseq() != Parts.cseq(ack)) {
            return;
        }
        unacknowledged.stop();
        unacknowledged = null;
        boolean first = !confirmed;
        confirmed = true;
        Consumer<Request> then = onAcknowledged;
        onAcknowledged = null;
        if (then != null && !leg.ended()) {
            then.accept(ack);
        }
        if (leaving != null) {
            if (first) {
                bye(leaving);
            }
        } else {
            gate.release();
            leg.publish();
            session.restart();
        }
    }

    @Override
    public void onStray(Response ok) {
        if (!Parts.toTag(ok).equals(dialog.remoteTag)) {
            Farewell.say(wire(), ok);
            return;
        }
        Request ack = acks.get(Parts.cseq(ok));
        if (ack != null) {
            wire().sendAck(ack);
        }
    }

    @Override
    public void onRequest(Request request, ServerTransaction tx) {
        requests.onRequest(request, tx);
    }

    @Override
    public void hangUp(EndCause why) {
        if (leaving != null || leg.ended()) {
            return;
        }
        leaving = why;
        close();
        leg.call().operations().cancel(leg);
        if (firstAnswer != null) {
            firstAnswer.settle();
        }
        if (confirmed || unacknowledged == null) {
            bye(why);
        }
    }

    private void close() {
        gate.close();
        session.close();
        requests.close();
    }

    private void bye(EndCause why) {
        Leaving.say(this, why);
    }

    /** The party said BYE. */
    void left(EndCause cause) {
        close();
        if (firstAnswer != null) {
            firstAnswer.settle();
        }
        if (unacknowledged != null) {
            unacknowledged.stop();
            unacknowledged = null;
        }
        leg.end(leaving != null ? leaving : cause);
    }

    /** The other side has forgotten the dialog (RFC 3261 section 12.2.1.2). */
    void lost() {
        if (leaving == null && !leg.ended()) {
            close();
            leg.end(EndCause.of(EndCause.Kind.LOST));
        }
    }

    /** The other side says nothing: should it hear us after all, the BYE ends its call too. */
    void silent() {
        if (leaving == null && !leg.ended()) {
            lost();
            bye(EndCause.of(EndCause.Kind.LOST));
        }
    }
}
