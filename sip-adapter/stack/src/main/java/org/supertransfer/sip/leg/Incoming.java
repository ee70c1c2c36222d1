package org.supertransfer.sip.leg;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.address.Address;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.Verdict;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.Source;

/** An INVITE outside a dialog: who may call becomes a call of its own. Runs on the stack's lane of the Call-ID. */
final class Incoming implements Verdict.Visitor<Optional<CallEvent.Origin>> {
    private final Surroundings surroundings;
    private final Request invite;
    private final ServerTransaction tx;

    private Incoming(Surroundings surroundings, Request invite, ServerTransaction tx) {
        this.surroundings = surroundings;
        this.invite = invite;
        this.tx = tx;
    }

    static void take(Surroundings surroundings, Admission admission, Request invite, ServerTransaction tx) {
        Incoming incoming = new Incoming(surroundings, invite, tx);
        Optional<CallEvent.Origin> origin =
                admission.admit(invite, Source.of(invite)).accept(incoming);
        if (origin.isPresent() && incoming.acceptable()) {
            incoming.begin(origin.get());
        }
    }

    private boolean acceptable() {
        Optional<Integer> replacing = Replacing.refusal(invite, surroundings.table());
        if (replacing.isPresent()) {
            return refused(Answers.of(replacing.get(), invite));
        }
        if (SessionTimer.tooSmall(invite, surroundings.timing())) {
            return refused(SessionTimer.tooSmall(Answers.of(422, invite), surroundings.timing()));
        }
        Optional<Response> unreadable = Bodies.refusal(invite);
        return unreadable.isEmpty() || refused(unreadable.get());
    }

    private boolean refused(Response refusal) {
        Answers.send(tx, refusal);
        return false;
    }

    private void begin(CallEvent.Origin origin) {
        Answers.send(tx, Answers.of(Response.TRYING, invite));
        CallId id = CallId.random();
        Call call = surroundings.table().callOfOneMore(id, () -> new Call(id, surroundings));
        Leg leg = new Leg(LegId.random(), call, false);
        leg.hops(Invitation.maxForwards(invite));
        if (origin instanceof CallEvent.Origin.Trunk trunk) {
            leg.byTrunk(trunk.host());
        }
        if (origin instanceof CallEvent.Origin.Phone phone) {
            leg.ofAccount(phone.username());
        }
        surroundings.table().add(leg);
        surroundings.table().name(leg, Parts.callId(invite), Parts.fromTag(invite));
        String called = called(origin);
        call.lane().execute(() -> {
            call.add(leg);
            leg.identity().called(caller(), called);
            leg.become(new Caller(leg, invite, tx));
            leg.emit(new CallEvent.Incoming(id, leg.id(), origin, caller(), called));
        });
    }

    private String called(CallEvent.Origin origin) {
        return origin instanceof CallEvent.Origin.Trunk
                ? CalledNumber.byTrunk(invite, surroundings.settings().trunkUser())
                : CalledNumber.of(invite);
    }

    /** What the network asserts (RFC 3325), else what the caller says; nobody when the caller wants to be nobody. */
    private Party caller() {
        boolean withheld = Parts.all(invite, "Privacy").stream()
                .anyMatch(header -> header.toString().matches("(?i)privacy:.*\\b(id|user|header)\\b.*\\s*"));
        if (withheld) {
            return new Party("", null);
        }
        Address address = Parts.all(invite, "P-Asserted-Identity").stream()
                .filter(HeaderAddress.class::isInstance)
                .map(header -> ((HeaderAddress) header).getAddress())
                .findFirst()
                .orElse(Parts.from(invite).getAddress());
        String name = Clean.text(address.getDisplayName());
        String number = CalledNumber.user(address.getURI());
        boolean anonymous = number.equalsIgnoreCase("anonymous");
        return anonymous ? new Party("", null) : new Party(number, name.isEmpty() ? null : name);
    }

    @Override
    public Optional<CallEvent.Origin> fromTrunk(Verdict.FromTrunk verdict) {
        return Optional.of(new CallEvent.Origin.Trunk(verdict.host()));
    }

    @Override
    public Optional<CallEvent.Origin> fromPhone(Verdict.FromPhone verdict) {
        return Optional.of(new CallEvent.Origin.Phone(verdict.username()));
    }

    @Override
    public Optional<CallEvent.Origin> challenge(Verdict.Challenge verdict) {
        Answers.send(tx, verdict.response());
        return Optional.empty();
    }

    @Override
    public Optional<CallEvent.Origin> refuse(Verdict.Refuse verdict) {
        Answers.send(tx, verdict.response());
        return Optional.empty();
    }

    @Override
    public Optional<CallEvent.Origin> silent(Verdict.Silent verdict) {
        return Optional.empty();
    }
}
