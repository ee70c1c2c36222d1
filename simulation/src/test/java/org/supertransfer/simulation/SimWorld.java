package org.supertransfer.simulation;

import java.util.SplittableRandom;

/** The clock, the chance, the network and the record of one run. */
public final class SimWorld {
    private final SplittableRandom random;
    private final VirtualTime time = new VirtualTime();
    private final Ladder ladder = new Ladder(time);
    private final SimNetwork network;

    /** @param seed decides everything */
    public SimWorld(long seed) {
        random = new SplittableRandom(seed);
        network = new SimNetwork(time, random.split(), ladder);
        SplittableRandom threads = random.split();
        time.handOver(() -> threads.nextInt(4) > 0 ? threads.nextLong(200) : threads.nextLong(5_000));
    }

    public VirtualTime time() {
        return time;
    }

    public Ladder ladder() {
        return ladder;
    }

    public SimNetwork network() {
        return network;
    }

    /** A source of chance of its own for whoever asks. */
    public SplittableRandom chance() {
        return random.split();
    }
}
