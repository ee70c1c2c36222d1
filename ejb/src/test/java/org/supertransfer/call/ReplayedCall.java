package org.supertransfer.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.supertransfer.call.CallSnapshot.Side;

/** What a switchboard that knows nothing but the reports and the effects believes: a second opinion. */
final class ReplayedCall implements CallEffect.Visitor<ReplayedCall> {
    private final Map<CallParty, Side> sides = new EnumMap<>(CallParty.class);
    private final Set<Deadline> running = EnumSet.noneOf(Deadline.class);
    private boolean queued;
    private boolean waitsOn;

    private ReplayedCall(CallSnapshot from) {
        sides.put(CallParty.AGENT, from.agent());
        sides.put(CallParty.OTHER, from.other());
        Arrays.stream(Deadline.values()).filter(from::awaits).forEach(running::add);
        queued = from.state() == CallState.WAITING || from.state() == CallState.OFFERED;
    }

    static ReplayedCall after(CallSnapshot from, CallStimulus stimulus, CallDecision decision) {
        ReplayedCall replayed = new ReplayedCall(from);
        switch (stimulus.kind()) {
            case AGENT_ANSWERS -> replayed.sides.put(CallParty.AGENT, Side.ON);
            case OTHER_ANSWERS -> replayed.sides.put(CallParty.OTHER, Side.ON);
            case AGENT_GONE -> replayed.sides.put(CallParty.AGENT, Side.ABSENT);
            case OTHER_GONE -> replayed.sides.put(CallParty.OTHER, Side.ABSENT);
            default -> {
                // says nothing about who is there
            }
        }
        decision.effects().forEach(effect -> effect.accept(replayed));
        boolean backToTheQueue =
                from.state() == CallState.OFFERED && decision.next().state() == CallState.WAITING;
        assertThat(replayed.waitsOn).as("%s on %s", stimulus, from).isEqualTo(backToTheQueue);
        return replayed;
    }

    void agreesWith(CallSnapshot next) {
        assertThat(sides)
                .as("%s", next)
                .isEqualTo(Map.of(CallParty.AGENT, next.agent(), CallParty.OTHER, next.other()));
        assertThat(queued)
                .as("in the queue in %s", next)
                .isEqualTo(next.state() == CallState.WAITING || next.state() == CallState.OFFERED);
        assertThat(running)
                .as("%s", next)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Deadline.values()).filter(next::awaits).toList());
    }

    @Override
    public ReplayedCall dial(CallEffect.Dial effect) {
        assertThat(sides.put(effect.party(), Side.DIALED)).as("%s", effect).isEqualTo(Side.ABSENT);
        return this;
    }

    @Override
    public ReplayedCall join(CallEffect.Join effect) {
        assertThat(sides.values()).as("who is joined").allMatch(side -> side == Side.ON || side == Side.CALLING);
        sides.replaceAll((party, side) -> Side.ON);
        return this;
    }

    @Override
    public ReplayedCall hold(CallEffect.Hold effect) {
        assertThat(sides.get(effect.party())).as("%s", effect).isEqualTo(Side.ON);
        return this;
    }

    @Override
    public ReplayedCall hangUp(CallEffect.HangUp effect) {
        assertThat(sides.put(effect.party(), Side.ABSENT)).as("%s", effect).isNotEqualTo(Side.ABSENT);
        return this;
    }

    @Override
    public ReplayedCall waitOn(CallEffect.WaitOn effect) {
        waitsOn = true;
        return this;
    }

    @Override
    public ReplayedCall leaveQueue(CallEffect.LeaveQueue effect) {
        assertThat(queued).as("in the queue to leave it").isTrue();
        queued = false;
        return this;
    }

    @Override
    public ReplayedCall startDeadline(CallEffect.StartDeadline effect) {
        running.add(effect.deadline());
        return this;
    }

    @Override
    public ReplayedCall stopDeadline(CallEffect.StopDeadline effect) {
        assertThat(running.remove(effect.deadline())).as("running: %s", effect).isTrue();
        return this;
    }
}
