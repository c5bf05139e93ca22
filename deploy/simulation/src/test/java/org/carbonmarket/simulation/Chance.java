package org.carbonmarket.simulation;

import java.util.List;
import java.util.Random;

/** All that is left to chance in a run, from one seed. */
public final class Chance {

    private static final int CRASHES_ONE_IN = 8;
    private static final int LARGEST_BATCH = 12;

    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Whether the process that is at work ends right here. */
    public boolean crashes() {
        return oneIn(CRASHES_ONE_IN);
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 to just below. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** How many messages a poll brings at the most. */
    public int batch() {
        return 1 + random.nextInt(LARGEST_BATCH);
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
