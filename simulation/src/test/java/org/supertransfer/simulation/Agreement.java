package org.supertransfer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.sip.leg.Legs;

/** Holds each leg against the phone at its other end, while nothing is under way. */
final class Agreement {
    private final Legs legs;
    private final Recorder recorder;
    private final List<SimPhone> phones;
    private final Ladder ladder;
    private final List<String> faults = new ArrayList<>();

    Agreement(Legs legs, Recorder recorder, List<SimPhone> phones, Ladder ladder) {
        this.legs = legs;
        this.recorder = recorder;
        this.phones = phones;
        this.ladder = ladder;
    }

    List<String> faults() {
        List<SimCall> matched = new ArrayList<>();
        for (Recorder.Known leg : recorder.live()) {
            legs.snapshot(leg.id).ifPresent(snapshot -> other(snapshot)
                    .ifPresentOrElse(
                            call -> {
                                matched.add(call);
                                compare(snapshot, call);
                            },
                            () -> faults.add(ladder.word(leg.id.value()) + " lives, its phone does not")));
        }
        calls().filter(call -> call.up() && !matched.contains(call))
                .forEach(call -> faults.add(
                        call.phone().name() + " is up in " + ladder.word(call.dialog().callId) + ", no leg is"));
        recorder.live().forEach(this::hears);
        return faults;
    }

    private java.util.stream.Stream<SimCall> calls() {
        return phones.stream().flatMap(phone -> phone.calls().stream());
    }

    private Optional<SimCall> other(LegSnapshot leg) {
        return calls().filter(call -> call.up()
                        && call.dialog().callId.equals(leg.callIdHeader())
                        && call.dialog().localTag.equals(leg.remoteTag())
                        && leg.localTag().equals(call.dialog().remoteTag))
                .findFirst();
    }

    private void compare(LegSnapshot leg, SimCall call) {
        String name = ladder.word(leg.leg().value());
        PhoneDialog dialog = call.dialog();
        same(name + " our CSeq", leg.localCSeq(), leg.uac() || leg.localCSeq() > 0 ? dialog.remoteCSeq : 0);
        same(name + " the phone's CSeq", leg.remoteCSeq(), leg.uac() && dialog.localCSeq == 0 ? -1 : dialog.localCSeq);
        same(name + " what we said", lines(leg.sentSdp()), lines(call.media().heard()));
        same(
                name + " what the phone said",
                lines(leg.receivedSdp()),
                lines(call.media().said()));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private void same(String what, Object ours, Object theirs) {
        if (!Objects.equals(ours, theirs)) {
            faults.add(what + ": here " + ours + ", there " + theirs);
        }
    }

    /** Two parties that were joined, and neither asked for anything since, speak to each other. */
    private void hears(Recorder.Known leg) {
        OperationId last = leg.last;
        if (last == null || !recorder.outcome(last).equals("Joined")) {
            return;
        }
        recorder.live().stream()
                .filter(other -> other != leg && last.equals(other.last))
                .findFirst()
                .ifPresent(other -> speaks(leg.id, other.id));
    }

    private void speaks(LegId from, LegId to) {
        Optional<SimCall> speaker = legs.snapshot(from).flatMap(this::other);
        Optional<SimCall> listener = legs.snapshot(to).flatMap(this::other);
        if (speaker.isPresent() && listener.isPresent()) {
            String at = speaker.get().media().speaksTo();
            boolean free = speaker.get().media().wish().equals("sendrecv")
                    && listener.get().media().wish().equals("sendrecv");
            if (at != null && !at.equals(listener.get().media().listensAt()) || at == null && free) {
                faults.add(ladder.word(from.value()) + " speaks to " + at + ", " + ladder.word(to.value())
                        + " listens at " + listener.get().media().listensAt());
            }
        }
    }
}
