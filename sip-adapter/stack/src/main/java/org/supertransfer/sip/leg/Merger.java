package org.supertransfer.sip.leg;

import java.util.List;

/**
 * One call's legs become another's. The lanes first: what is still to come for the old call's legs runs in the kept call's
 * lane from then on, so that never two threads touch a leg; commands to the kept call wait until that is done.
 */
final class Merger {
    private final Call from;
    private final Call into;

    private Merger(Call from, Call into) {
        this.from = from;
        this.into = into;
    }

    static void merge(Call from, Call into) {
        if (from != into) {
            Merger merger = new Merger(from, into);
            into.lane().pause();
            from.lane().execute(merger::give);
        }
    }

    private void give() {
        from.operations().supersedeAll();
        into.lane().resumeWith(this::take);
        from.lane().joinTo(into.lane());
    }

    private void take() {
        List<Leg> legs = List.copyOf(from.legs());
        for (Leg leg : legs) {
            from.handOver(leg);
            leg.moveTo(into);
            into.add(leg);
        }
        into.surroundings().table().moved(from.id(), into, legs.size());
    }
}
