package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Deadline;

/**
 * What a switchboard that knows nothing but the reports and the effects believes: a second opinion on the snapshots. It
 * refuses every effect that makes no sense.
 */
final class ReplayedParties implements Effect.Visitor<ReplayedParties> {
    private enum Leg {
        NONE,
        DIALED,
        ON
    }

    private final Map<TransferParty, Leg> legs = new EnumMap<>(TransferParty.class);
    private final Set<TransferParty> together = EnumSet.noneOf(TransferParty.class);
    private final boolean mayHangUpAgain;
    private String deadlines = "";
    private boolean enqueued;

    private ReplayedParties(TransferSnapshot from, boolean mayHangUpAgain) {
        this.mayHangUpAgain = mayHangUpAgain;
        for (TransferParty party : TransferParty.values()) {
            legs.put(
                    party,
                    switch (from.presence(party)) {
                        case ABSENT -> Leg.NONE;
                        case DIALED -> Leg.DIALED;
                        case WAITING, TALKING -> Leg.ON;
                    });
        }
        Link link = from.link();
        if (link != null) {
            together.addAll(link.pair().parties());
        }
    }

    static ReplayedParties after(TransferSnapshot from, Stimulus stimulus, Decision decision) {
        boolean again = stimulus.kind() == Stimulus.Kind.RECOVERED && from.state() == TransferState.UNATTENDED;
        ReplayedParties replayed = new ReplayedParties(from, again);
        replayed.take(stimulus.kind());
        decision.effects().forEach(effect -> effect.accept(replayed));
        return replayed;
    }

    private void take(Stimulus.Kind kind) {
        switch (kind) {
            case TARGET_ANSWERS -> legs.put(TransferParty.TARGET, Leg.ON);
            case TRANSFEROR_ANSWERS -> legs.put(TransferParty.TRANSFEROR, Leg.ON);
            case TARGET_GONE -> end(TransferParty.TARGET);
            case TRANSFEROR_GONE -> end(TransferParty.TRANSFEROR);
            case TRANSFEREE_GONE -> end(TransferParty.TRANSFEREE);
            default -> {
                // says nothing about who is there
            }
        }
    }

    /** Compares with what the rules believe. */
    void agreesWith(TransferSnapshot next) {
        for (TransferParty party : TransferParty.values()) {
            assertThat(legs.get(party))
                    .as("%s in %s", party, next)
                    .isEqualTo(
                            switch (next.presence(party)) {
                                case ABSENT -> Leg.NONE;
                                case DIALED -> Leg.DIALED;
                                case WAITING, TALKING -> Leg.ON;
                            });
        }
        Link link = next.link();
        assertThat(together)
                .as("who talks in %s", next)
                .isEqualTo(link == null ? Set.of() : link.pair().parties());
        assertThat(enqueued).isEqualTo(next.state() == TransferState.FELL_BACK);
    }

    /** The deadline effects in a row, for example {@code "start RECALL"}; empty when there is none. */
    String deadlines() {
        return deadlines;
    }

    private void end(TransferParty party) {
        legs.put(party, Leg.NONE);
        if (together.contains(party)) {
            together.clear();
        }
    }

    @Override
    public ReplayedParties dial(Effect.Dial effect) {
        assertThat(legs.get(effect.party())).as("dialled %s", effect).isEqualTo(Leg.NONE);
        legs.put(effect.party(), Leg.DIALED);
        return this;
    }

    @Override
    public ReplayedParties hangUp(Effect.HangUp effect) {
        boolean again = mayHangUpAgain && effect.party() == TransferParty.TRANSFEROR;
        assertThat(again || legs.get(effect.party()) != Leg.NONE)
                .as("present to be hung up: %s", effect)
                .isTrue();
        end(effect.party());
        return this;
    }

    @Override
    public ReplayedParties hold(Effect.Hold effect) {
        assertThat(legs.get(effect.party())).as("on the line: %s", effect).isEqualTo(Leg.ON);
        if (together.contains(effect.party())) {
            together.clear();
        }
        return this;
    }

    @Override
    public ReplayedParties join(Effect.Join effect) {
        assertThat(effect.pair().parties())
                .as("both on the line: %s", effect)
                .allSatisfy(party -> assertThat(legs.get(party)).isEqualTo(Leg.ON));
        together.clear();
        together.addAll(effect.pair().parties());
        return this;
    }

    @Override
    public ReplayedParties enqueue(Effect.Enqueue effect) {
        assertThat(legs.get(TransferParty.TRANSFEREE)).isEqualTo(Leg.ON);
        enqueued = true;
        return this;
    }

    @Override
    public ReplayedParties startDeadline(Effect.StartDeadline effect) {
        return deadline("start " + effect.deadline());
    }

    @Override
    public ReplayedParties clearDeadline(Effect.ClearDeadline effect) {
        return deadline("clear");
    }

    private ReplayedParties deadline(String what) {
        deadlines += deadlines.isEmpty() ? what : ", " + what;
        return this;
    }

    /** What the deadline effects should be between two deadlines that differ. */
    static String between(@Nullable Deadline next) {
        return next == null ? "clear" : "start " + next;
    }
}
