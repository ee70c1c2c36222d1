package org.supertransfer.sip.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.sdp.SessionDescription;
import org.supertransfer.sip.transport.Source;

/** A leg that is being dialled: all contacts at once, or the trunks one after the other; the first 200 wins. */
final class Dial implements Side {
    private final Leg leg;
    private final DialRequest request;
    private final @Nullable Leg dialledFor;
    private final List<Way> ways = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Redirection redirection = new Redirection();
    private @Nullable EndCause best;
    private @Nullable EndCause hungUp;
    private boolean tried;
    private boolean rang;
    private boolean heard;

    Dial(Leg leg, DialRequest request, @Nullable Leg dialledFor) {
        this.leg = leg;
        this.request = request;
        this.dialledFor = dialledFor;
        leg.identity().dialled(request.to(), request.caller());
        add(request);
    }

    /** One address, and what the INVITE that goes there says of the call. */
    private record Way(DialRequest request, Target target) {}

    private void add(DialRequest wanted) {
        Target.of(wanted.to(), leg.call().surroundings()).forEach(target -> ways.add(new Way(wanted, target)));
    }

    Leg leg() {
        return leg;
    }

    Lane lane() {
        return leg.call().lane();
    }

    Wire wire() {
        return leg.call().wire();
    }

    void begin() {
        int hops = dialledFor == null ? Leg.HOPS : dialledFor.hops() - 1;
        leg.hops(hops);
        if (ways.isEmpty()) {
            leg.end(EndCause.of(EndCause.Kind.UNREACHABLE));
        } else if (hops < 0) {
            leg.end(EndCause.ofStatus(Response.TOO_MANY_HOPS, "Too many hops"));
        } else if (ways.get(0).target.outside()) {
            next();
        } else {
            while (hasNext()) {
                next();
            }
        }
    }

    /** Whether there is an address that was not tried yet. */
    boolean hasNext() {
        return attempts.size() < ways.size();
    }

    private void next() {
        int number = attempts.size();
        Target target = ways.get(number).target;
        Invitation invitation =
                new Invitation(ways.get(number).request, leg.call().surroundings(), leg.hops());
        Request invite = invitation.to(target, number);
        leg.call().surroundings().table().name(leg, Parts.callId(invite), Parts.fromTag(invite));
        Attempt attempt = new Attempt(this, target, number, invite);
        attempts.add(attempt);
        Optional<SessionDescription> offer =
                Optional.ofNullable(dialledFor).flatMap(other -> other.media().forOthers());
        attempt.start(offer.map(leg.media()::stamp).orElse(null));
    }

    /** The first signs of life, each reported once, and passed on to whom the leg is dialled for. */
    void provisional(Attempt attempt, Response response) {
        if (!tried) {
            tried = true;
            leg.emit(new CallEvent.Trying(leg.call().id(), leg.id()));
        }
        if (response.getStatusCode() == Response.TRYING) {
            return;
        }
        if (!rang) {
            rang = true;
            leg.emit(new CallEvent.Ringing(leg.call().id(), leg.id()));
        }
        SessionDescription early = Parts.sdp(response).orElse(null);
        if (early != null && !heard) {
            heard = true;
            leg.emit(new CallEvent.EarlyMedia(leg.call().id(), leg.id()));
        }
        if (request.relayProgress() && dialledFor != null) {
            SessionDescription passed = attempt.offer().isPresent() ? early : null;
            dialledFor.progress(new Progress(attempt.source(response), response.getStatusCode(), passed));
        }
    }

    /** A trunk spoke: from there its requests in the dialog may come, and there its challenges are answered. */
    void reached(Attempt attempt, Response response) {
        leg.byTrunk(attempt.target().outside() ? Source.of(response).host() : null);
    }

    /** A party that rings offered other media than before (RFC 3311): who hears it is told. */
    void changed(String source, SessionDescription early) {
        if (request.relayProgress() && dialledFor != null) {
            dialledFor.progress(new Progress(source, Response.SESSION_PROGRESS, early));
        }
    }

    /** The first answer wins; the other phones stop ringing. */
    void answered(Attempt winner, Response ok, FirstWords words) {
        attempts.stream()
                .filter(attempt -> attempt != winner)
                .forEach(attempt -> attempt.cancel(EndCause.of(EndCause.Kind.ANSWERED_ELSEWHERE)));
        reached(winner, ok);
        FirstAnswer answer = new FirstAnswer(ok, dialledFor, words);
        Talk.dialled(leg, winner.dialog(ok), ok, answer);
        leg.emit(new CallEvent.Answered(leg.call().id(), leg.id()));
    }

    /** One address is done without an answer. */
    void failed(Attempt attempt, EndCause cause) {
        best = best == null ? cause : Causes.better(best, cause);
        if (hungUp == null && onward(attempt, cause)) {
            onward();
        } else if (attempts.stream().allMatch(Attempt::over) && leg.side().equals(Optional.of(this))) {
            over(hungUp != null ? hungUp : best);
        }
    }

    private void onward() {
        if (ways.get(attempts.size()).request == ways.get(attempts.size() - 1).request) {
            next();
        } else {
            toNextDestination();
        }
    }

    /** Another trunk when this one has no line; after a redirection another number too, and that for any reason. */
    private boolean onward(Attempt attempt, EndCause cause) {
        if (attempt.target().outside() && passing(cause)) {
            return hasNext();
        }
        if (attempts.stream().anyMatch(other -> !other.over())) {
            return false;
        }
        DialRequest tried = ways.get(attempts.size() - 1).request;
        while (redirection.followed() && hasNext() && ways.get(attempts.size()).request == tried) {
            ways.remove(attempts.size());
        }
        return redirection.followed() && hasNext();
    }

    private void over(EndCause why) {
        if (hungUp != null || !redirection.ask(leg, () -> leg.end(why))) {
            leg.end(why);
        }
    }

    /** A party is elsewhere, it says; whoever else was dialled may still answer. */
    void redirected(Attempt attempt, Response response) {
        redirection.heard(response);
        failed(attempt, Causes.ofFailure(response, true, rang));
    }

    /** Where the leg goes instead, one hop; each address after the other. */
    void redirect(List<DialRequest> instead) {
        if (!redirection.answered() || leg.ended()) {
            return;
        }
        ways.subList(attempts.size(), ways.size()).clear();
        instead.forEach(this::add);
        if (hungUp != null || !hasNext() || leg.hops() <= 0) {
            EndCause known = hungUp != null ? hungUp : best;
            leg.end(known == null ? EndCause.of(EndCause.Kind.UNREACHABLE) : known);
            return;
        }
        leg.hops(leg.hops() - 1);
        redirection.follow();
        leg.byTrunk(null);
        best = null;
        toNextDestination();
    }

    /** All phones of one account at once, trunks and whoever else one after the other. */
    private void toNextDestination() {
        DialRequest wanted = ways.get(attempts.size()).request;
        leg.ofAccount(wanted.to() instanceof Destination.Phones phones ? phones.username() : null);
        next();
        while (wanted.to() instanceof Destination.Phones && hasNext() && ways.get(attempts.size()).request == wanted) {
            next();
        }
    }

    /** Whether another trunk may do better: this one is silent or has no line. */
    private static boolean passing(EndCause cause) {
        return cause.kind() == EndCause.Kind.UNREACHABLE && cause.sipStatus() == Response.REQUEST_TIMEOUT
                || cause.sipStatus() == Response.SERVICE_UNAVAILABLE;
    }

    @Override
    public void hangUp(EndCause why) {
        if (hungUp != null) {
            return;
        }
        hungUp = why;
        leg.call().operations().cancel(leg);
        attempts.forEach(attempt -> attempt.cancel(why));
        if (redirection.answered()) {
            leg.end(why);
        }
    }

    @Override
    public void onRequest(Request incoming, ServerTransaction tx) {
        if (attempts.stream().noneMatch(attempt -> attempt.onRequest(incoming, tx))) {
            wire().answer(incoming, tx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    @Override
    public void onAck(Request ack) {
        // Nothing of ours waits for one.
    }

    /** Another fork answered, or a phone that we gave up. */
    @Override
    public void onStray(Response ok) {
        Farewell.say(wire(), ok);
    }
}
