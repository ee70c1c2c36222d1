package org.supertransfer.call;

import java.util.Locale;

/** An effect in short words, for example {@code hang up agent (cancelled)}. */
final class CallEffectWords implements CallEffect.Visitor<String> {
    @Override
    public String dial(CallEffect.Dial effect) {
        return "dial " + words(effect.party());
    }

    @Override
    public String join(CallEffect.Join effect) {
        return "join";
    }

    @Override
    public String hold(CallEffect.Hold effect) {
        return "hold " + words(effect.party());
    }

    @Override
    public String hangUp(CallEffect.HangUp effect) {
        return "hang up " + words(effect.party()) + " (" + words(effect.why().kind()) + ")";
    }

    @Override
    public String waitOn(CallEffect.WaitOn effect) {
        return "wait on";
    }

    @Override
    public String leaveQueue(CallEffect.LeaveQueue effect) {
        return "leave the queue";
    }

    @Override
    public String startDeadline(CallEffect.StartDeadline effect) {
        return "⏱" + words(effect.deadline());
    }

    @Override
    public String stopDeadline(CallEffect.StopDeadline effect) {
        return "clear ⏱" + words(effect.deadline());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
