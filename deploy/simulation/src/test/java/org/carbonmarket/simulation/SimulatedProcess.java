package org.carbonmarket.simulation;

/** A process of the platform: it does one thing at a time and may end at any point of it. */
public interface SimulatedProcess {

    /** Does one thing of those that wait, or begins one and ends in the middle of it. */
    void step(Chance chance);

    /** Whether nothing waits for it. */
    boolean rests();
}
