package org.supertransfer.simulation;

import java.time.Duration;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.ResponseListener;

/** One call as one phone sees it, from its first INVITE to its end. */
public final class SimCall {
    /** How far it is. */
    public enum State {
        CALLING,
        RINGING,
        UP,
        /** Our BYE is on its way. */
        LEAVING,
        GONE
    }

    /** Longer than anybody waits who has sent a CANCEL. */
    private static final Duration STUBBORN = Duration.ofSeconds(100);

    final PhoneDialog dialog;
    private final SimPhone phone;
    private final PhoneMedia media;
    private State state;
    private boolean reached;
    private boolean givingUp;
    private boolean leavesWithAck;
    private @Nullable ClientTransaction asking;
    private @Nullable Request ack;
    private @Nullable Request invite;
    private @Nullable ServerTransaction inviteTx;
    private @Nullable Insistence insistence;

    private SimCall(SimPhone phone, PhoneDialog dialog, State state) {
        this.phone = phone;
        this.dialog = dialog;
        this.state = state;
        this.media = new PhoneMedia(phone);
    }

    /** Calls a number; without an offer the other side is to make one. */
    static SimCall to(SimPhone phone, PhoneDialog dialog, boolean offers) {
        SimCall call = new SimCall(phone, dialog, State.CALLING);
        call.invite(offers ? call.media.offer("sendrecv") : null);
        return call;
    }

    static SimCall from(SimPhone phone, Request invite, ServerTransaction tx, String tag) {
        SimCall call = new SimCall(phone, PhoneDialog.called(phone.node(), invite, tag), State.RINGING);
        call.invite = invite;
        call.inviteTx = tx;
        return call;
    }

    public State state() {
        return state;
    }

    /** Whether both sides have a dialog, and none is about to leave it. */
    public boolean up() {
        return state == State.UP;
    }

    public PhoneMedia media() {
        return media;
    }

    public PhoneDialog dialog() {
        return dialog;
    }

    public SimPhone phone() {
        return phone;
    }

    /** Whether an offer or an answer of this dialog is on its way. */
    public boolean negotiating() {
        return asking != null || insistence != null || inviteTx != null && state == State.UP;
    }

    // What the phone does.

    private void invite(@Nullable Sdp offer) {
        try {
            asking = phone.node().send(dialog.next(Request.INVITE, offer), new Answers(offer));
        } catch (SipException e) {
            throw new IllegalStateException(e);
        }
    }

    void ring(@Nullable Sdp early) {
        if (state == State.RINGING && inviteTx != null && invite != null) {
            reply(inviteTx, dialog.response(invite, early == null ? 180 : 183, early));
        }
    }

    void ringEarly() {
        if (invite != null && PhoneDialog.sdp(invite) != null) {
            ring(media.offer("sendrecv"));
        } else {
            ring(null);
        }
    }

    void refuse(int status) {
        if (state == State.RINGING && inviteTx != null && invite != null) {
            reply(inviteTx, dialog.response(invite, status, null));
            inviteTx = null;
            gone();
        }
    }

    /** Answers the open INVITE: the first one, or one inside the dialog. */
    void answer() {
        ServerTransaction tx = inviteTx;
        Request open = invite;
        if (tx == null || open == null || state == State.GONE) {
            return;
        }
        Sdp offer = PhoneDialog.sdp(open);
        Sdp said = offer == null ? media.offer(media.wish()) : media.answer(offer);
        Response ok = dialog.response(open, Response.OK, said);
        inviteTx = null;
        reply(tx, ok);
        insistence = new Insistence(phone.node(), ok, this::unacknowledged);
    }

    private static void reply(ServerTransaction tx, Response response) {
        try {
            tx.sendResponse(response);
        } catch (SipException | javax.sip.InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody acknowledged our 2xx. */
    private void unacknowledged() {
        insistence = null;
        media.forget();
        phone.complain("an answer of " + phone.name() + " was never acknowledged");
        bye();
    }

    void hangUp() {
        switch (state) {
            case CALLING -> {
                givingUp = true;
                cancel();
            }
            case RINGING -> {
                if (insistence == null) {
                    refuse(Response.DECLINE);
                } else {
                    leavesWithAck = true;
                }
            }
            case UP -> {
                if (insistence == null) {
                    bye();
                } else {
                    leavesWithAck = true;
                }
            }
            case LEAVING, GONE -> {}
        }
    }

    private void cancel() {
        if (reached && givingUp && asking != null) {
            try {
                phone.node().send(asking.createCancel(), new Unheard());
            } catch (SipException tooLate) {
                phone.note("cannot cancel any more");
            }
        }
    }

    private void bye() {
        state = State.LEAVING;
        openInviteEnds();
        try {
            phone.node().send(dialog.next(Request.BYE, null), new Goodbye());
        } catch (SipException e) {
            throw new IllegalStateException(e);
        }
    }

    private void openInviteEnds() {
        if (inviteTx != null && invite != null) {
            reply(inviteTx, dialog.response(invite, Response.REQUEST_TERMINATED, null));
            inviteTx = null;
        }
    }

    void gone() {
        if (insistence != null) {
            insistence.stop();
            insistence = null;
        }
        state = State.GONE;
    }

    /** Offers something new inside the dialog, if nothing is open there. */
    void reoffer(@Nullable String direction) {
        if (state == State.UP && !negotiating()) {
            invite(direction == null ? null : media.offer(direction));
        }
    }

    /** Another request inside the dialog, whose answer changes nothing. */
    void say(String method, @Nullable Sdp body) {
        if (state == State.UP) {
            try {
                phone.node().send(dialog.next(method, body), new Unheard());
            } catch (SipException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    // What comes to the phone.

    void onRequest(Request request, ServerTransaction tx) {
        String method = request.getMethod();
        if (PhoneDialog.cseq(request) <= dialog.remoteCSeq) {
            reply(tx, dialog.response(request, Response.SERVER_INTERNAL_ERROR, null));
            return;
        }
        dialog.remoteCSeq = PhoneDialog.cseq(request);
        if (method.equals(Request.BYE)) {
            reply(tx, dialog.response(request, Response.OK, null));
            openInviteEnds();
            gone();
        } else if (state == State.LEAVING || state == State.GONE) {
            reply(tx, dialog.response(request, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, null));
        } else if (method.equals(Request.INVITE)) {
            reinvited(request, tx);
        } else {
            reply(tx, dialog.response(request, Response.OK, null));
        }
    }

    private void reinvited(Request request, ServerTransaction tx) {
        if (asking != null) {
            reply(tx, dialog.response(request, Response.REQUEST_PENDING, null));
        } else if (insistence != null || inviteTx != null) {
            reply(tx, phone.later(dialog.response(request, Response.SERVER_INTERNAL_ERROR, null)));
        } else {
            dialog.retarget(request);
            int refusal = phone.refusalOfOffer();
            if (refusal != 0) {
                reply(tx, dialog.response(request, refusal, null));
                return;
            }
            invite = request;
            inviteTx = tx;
            phone.after(phone.reaction(), this::answer);
        }
    }

    /** A CANCEL of the open INVITE. */
    void onCancel(Request cancel, ServerTransaction tx) {
        if (phone.hearsNoCancel()) {
            phone.after(STUBBORN, () -> refuse(Response.REQUEST_TERMINATED));
            return;
        }
        reply(tx, dialog.response(cancel, Response.OK, null));
        if (state == State.RINGING && inviteTx != null) {
            openInviteEnds();
            gone();
        }
    }

    boolean isOf(Request cancel) {
        return invite != null
                && branch(cancel).equals(branch(invite))
                && dialog.callId.equals(PhoneDialog.callId(cancel));
    }

    private static String branch(Request request) {
        return ((ViaHeader) request.getHeader(ViaHeader.NAME)).getBranch();
    }

    void onAck(Request received) {
        if (insistence == null || insistence.cseq() != PhoneDialog.cseq(received)) {
            return;
        }
        insistence.stop();
        insistence = null;
        if (state == State.RINGING) {
            state = State.UP;
            phone.isUp(this);
        }
        media.acknowledged(PhoneDialog.sdp(received));
        if (leavesWithAck && state == State.UP) {
            bye();
        }
    }

    /** A 2xx again. */
    void onStray(Response ok) {
        if (ack != null && PhoneDialog.cseq(ack) == PhoneDialog.cseq(ok)) {
            sendAck(ack);
        }
    }

    private void sendAck(Request acknowledging) {
        try {
            phone.node().sendAck((Request) acknowledging.clone());
        } catch (SipException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What becomes of an INVITE of ours. */
    private final class Answers implements ResponseListener {
        private final @Nullable Sdp offer;

        private Answers(@Nullable Sdp offer) {
            this.offer = offer;
        }

        @Override
        public void onResponse(Response response, ClientTransaction tx) {
            int status = response.getStatusCode();
            if (status < 200) {
                reached = true;
                cancel();
            } else if (status < 300) {
                asking = null;
                accepted(response);
            } else {
                asking = null;
                refused(status);
            }
        }

        private void accepted(Response ok) {
            boolean first = state == State.CALLING;
            if (first) {
                dialog.answered(ok);
                state = State.UP;
            } else {
                dialog.retarget(ok);
            }
            if (phone.neverAcknowledges()) {
                return;
            }
            acknowledge(ok);
            if (first && givingUp) {
                bye();
            } else if (first) {
                phone.isUp(SimCall.this);
            }
        }

        private void acknowledge(Response ok) {
            Sdp said = PhoneDialog.sdp(ok);
            Sdp answer = null;
            if (offer == null && said != null) {
                answer = media.answer(said);
                media.agree();
            } else if (said != null) {
                media.answered(said);
            }
            ack = dialog.request(Request.ACK, PhoneDialog.cseq(ok), answer);
            sendAck(ack);
        }

        private void refused(int status) {
            media.forget();
            if (state == State.CALLING || status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST) {
                gone();
            } else if (status == Response.REQUEST_PENDING && state == State.UP) {
                phone.after(phone.glarePause(), () -> reoffer(offer == null ? null : offer.direction()));
            }
        }

        @Override
        public void onTimeout(ClientTransaction tx) {
            asking = null;
            media.forget();
            if (state == State.CALLING) {
                gone();
            } else if (state == State.UP) {
                bye();
            }
        }
    }

    private final class Goodbye implements ResponseListener {
        @Override
        public void onResponse(Response response, ClientTransaction tx) {
            if (response.getStatusCode() >= 200) {
                gone();
            }
        }

        @Override
        public void onTimeout(ClientTransaction tx) {
            gone();
        }
    }

    private final class Unheard implements ResponseListener {
        @Override
        public void onResponse(Response response, ClientTransaction tx) {
            if (response.getStatusCode() == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST
                    && state == State.UP
                    && !tx.getRequest().getMethod().equals(Request.CANCEL)) {
                gone();
            }
        }

        @Override
        public void onTimeout(ClientTransaction tx) {}
    }
}
