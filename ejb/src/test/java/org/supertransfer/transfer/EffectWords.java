package org.supertransfer.transfer;

import java.util.Locale;
import org.supertransfer.call.Deadline;

/** An effect in the short words of the state table, for example {@code hang up T}. */
final class EffectWords implements Effect.Visitor<String> {
    @Override
    public String dial(Effect.Dial effect) {
        return "dial " + effect.party().letter();
    }

    @Override
    public String hangUp(Effect.HangUp effect) {
        return "hang up " + effect.party().letter() + " ("
                + effect.why().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    @Override
    public String hold(Effect.Hold effect) {
        return "hold " + effect.party().letter();
    }

    @Override
    public String join(Effect.Join effect) {
        return "join " + effect.pair().one().letter() + "="
                + effect.pair().other().letter();
    }

    @Override
    public String enqueue(Effect.Enqueue effect) {
        return "E to the queue";
    }

    @Override
    public String startDeadline(Effect.StartDeadline effect) {
        return "⏱" + shortName(effect.deadline());
    }

    @Override
    public String clearDeadline(Effect.ClearDeadline effect) {
        return "clear ⏱";
    }

    private static String shortName(Deadline deadline) {
        return switch (deadline) {
            case SIGNALLING -> "sig";
            case ANSWER -> "ans";
            case RECALL -> "rec";
            case RING -> "ring";
            case QUEUE -> "queue";
        };
    }
}
