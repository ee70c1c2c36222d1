package org.supertransfer.sip.leg;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.refer.Wishes;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.Verdict;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.Source;

/**
 * A REFER outside any dialog: only from an authenticated phone, and only about a call of its own that Target-Dialog names
 * (RFC 4538 section 4, RFC 5589 section 6). It makes a dialog for its NOTIFYs. Everybody else gets 403, strangers silence.
 */
final class OutsideRefer implements Verdict.Visitor<Optional<String>> {
    private final Surroundings surroundings;
    private final Request refer;
    private final ServerTransaction tx;

    private OutsideRefer(Surroundings surroundings, Request refer, ServerTransaction tx) {
        this.surroundings = surroundings;
        this.refer = refer;
        this.tx = tx;
    }

    static void take(Surroundings surroundings, Admission admission, Request refer, ServerTransaction tx) {
        OutsideRefer outside = new OutsideRefer(surroundings, refer, tx);
        admission.admit(refer, Source.of(refer)).accept(outside).ifPresent(outside::of);
    }

    private void of(String account) {
        Optional<Leg> leg = Wishes.targetDialog(refer)
                .flatMap(surroundings.table()::named)
                .filter(named -> !named.ended()
                        && named.account().filter(account::equals).isPresent());
        leg.ifPresentOrElse(
                named -> named.call().lane().execute(() -> take(named)),
                () -> forbid("a REFER belongs into the dialog of the call, or names it in Target-Dialog"));
    }

    private void take(Leg leg) {
        if (leg.talk().isEmpty()) {
            forbid("the call in Target-Dialog is not up");
            return;
        }
        String tag = surroundings.names().toTag(Parts.callId(refer), Parts.fromTag(refer), 0);
        new PartyRefer(leg, Dialog.ofInvite(refer, tag), refer, tx).take();
    }

    private void forbid(String why) {
        String tag = surroundings.names().toTag(Parts.callId(refer), Parts.fromTag(refer), 0);
        Referral.refuse(surroundings.wire(), refer, tx, new Referral.Refusal(Response.FORBIDDEN, why, tag));
    }

    @Override
    public Optional<String> fromTrunk(Verdict.FromTrunk verdict) {
        forbid("trunks transfer nobody");
        return Optional.empty();
    }

    @Override
    public Optional<String> fromPhone(Verdict.FromPhone verdict) {
        return Optional.of(verdict.username());
    }

    @Override
    public Optional<String> challenge(Verdict.Challenge verdict) {
        Answers.send(tx, verdict.response());
        return Optional.empty();
    }

    @Override
    public Optional<String> refuse(Verdict.Refuse verdict) {
        Answers.send(tx, verdict.response());
        return Optional.empty();
    }

    @Override
    public Optional<String> silent(Verdict.Silent verdict) {
        return Optional.empty();
    }
}
