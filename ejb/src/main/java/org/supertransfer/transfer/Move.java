package org.supertransfer.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Deadline;
import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.EndCause;

/**
 * A move being made: each word changes the snapshot and notes the effect that makes it true, so that the two cannot drift
 * apart. Whoever is not there is not hung up, whatever the caller says.
 */
final class Move {
    private final @Nullable TransferSnapshot from;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private TransferSnapshot at;
    private boolean joining;

    private Move(@Nullable TransferSnapshot from, TransferSnapshot at) {
        this.from = from;
        this.at = at;
    }

    static Move from(TransferSnapshot snapshot) {
        return new Move(snapshot, snapshot);
    }

    /** The first move of a transfer: nothing runs yet. */
    static Move first(TransferSnapshot snapshot) {
        return new Move(null, snapshot);
    }

    TransferSnapshot at() {
        return at;
    }

    /** A party is known to be gone; nothing need be sent. */
    Move gone(TransferParty party) {
        return part(party, Presence.ABSENT);
    }

    /** Ends a party's leg if there is one; a leg that only rings is cancelled. */
    Move hangUp(TransferParty party, EndCause.Kind why) {
        Presence presence = at.presence(party);
        if (presence == Presence.ABSENT) {
            return this;
        }
        effects.add(new Effect.HangUp(party, presence == Presence.DIALED ? EndCause.Kind.CANCELLED : why));
        return gone(party);
    }

    /** Ends a leg that should be gone, when a crash may have come before its BYE. */
    Move hangUpAgain(TransferParty party, EndCause.Kind why) {
        effects.add(new Effect.HangUp(party, why));
        return gone(party);
    }

    Move dial(TransferParty party) {
        effects.add(new Effect.Dial(party));
        at = at.with(party, Presence.DIALED);
        return this;
    }

    Move answered(TransferParty party) {
        at = at.with(party, Presence.WAITING);
        return this;
    }

    Move hold(TransferParty party) {
        effects.add(new Effect.Hold(party));
        return part(party, Presence.WAITING);
    }

    Move join(Pair pair) {
        if (at.presence(pair.third()) == Presence.TALKING) {
            at = at.with(pair.third(), Presence.WAITING);
        }
        effects.add(new Effect.Join(pair));
        at = at.with(pair.one(), Presence.TALKING)
                .with(pair.other(), Presence.TALKING)
                .linked(new Link(pair, false));
        joining = true;
        return this;
    }

    Move joined(Pair pair) {
        at = at.linked(new Link(pair, true));
        return this;
    }

    Move enqueue() {
        effects.add(new Effect.Enqueue());
        return this;
    }

    Move recall() {
        at = at.withRecallUsed();
        return dial(TransferParty.TRANSFEROR);
    }

    /** Keeps and tells what went wrong first; what follows from it later adds nothing. */
    Move because(TransferReason reason) {
        return at.reason() == null ? endedBy(reason) : this;
    }

    /** Keeps and tells what ends the transfer, whatever went wrong before. */
    Move endedBy(TransferReason reason) {
        at = at.with(reason);
        return at.plan().isAttended() ? note(Notice.of(reason)) : this;
    }

    /** Tells the transferor of an attended transfer; that of a blind one hears nothing after the start. */
    Move tell(MessageCode code) {
        return at.plan().isAttended() ? note(Notice.of(code)) : this;
    }

    Move note(Notice notice) {
        notices.add(notice);
        return this;
    }

    /** The move ends in this state, which sets its own deadline and clears others. */
    Decision in(TransferState state) {
        at = at.in(state);
        Deadline needed = at.deadline();
        Deadline running = from == null ? null : from.deadline();
        if (needed == null) {
            if (running != null) {
                effects.add(new Effect.ClearDeadline());
            }
        } else if (needed != running || !runsOn(needed)) {
            effects.add(new Effect.StartDeadline(needed));
        }
        return new Decision(at, effects, notices, Verdict.MOVED);
    }

    /** The target's time runs on through its states; a signalling deadline only while the same operation runs. */
    private boolean runsOn(Deadline deadline) {
        boolean targetsTime = deadline == Deadline.ANSWER || deadline == Deadline.QUEUE;
        return targetsTime || (from != null && from.state() == at.state() && !joining);
    }

    /** A party leaves whom it talks with; the partner is left waiting. */
    private Move part(TransferParty party, Presence presence) {
        Link link = at.link();
        if (link != null && link.pair().has(party)) {
            at = at.with(link.pair().one(), Presence.WAITING)
                    .with(link.pair().other(), Presence.WAITING)
                    .linked(null);
        }
        at = at.with(party, presence);
        return this;
    }
}
