package org.carbonmarket.benchmark;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One book, and the commands of one scenario given to it round and round. */
@State(Scope.Thread)
public class Session {

    static final long SEED = 20_210_716;
    static final int COMMANDS = 400_000;

    /** How often, so that everything is compiled: a warm-up by the clock may get no processor. */
    private static final int BEFOREHAND = 20;

    @Param Scenario scenario = Scenario.BAND;

    @Param Contender contender = Contender.OURS;

    private final TradeDigest digest = new TradeDigest();
    private Commands commands = new Commands();
    private MeasuredBook book = contender.book(1, digest);
    private int next;

    /** Makes the commands and a book that has had them all before, however busy the machine is. */
    @Setup(Level.Trial)
    public void open() {
        commands = scenario.commands(COMMANDS, SEED);
        book = contender.book(scenario.highestPrice(), digest);
        for (int n = 0; n < BEFOREHAND * commands.size(); n++) {
            step();
        }
    }

    /** Gives the next command. */
    void step() {
        book.apply(commands, next);
        next = next + 1 == commands.size() ? 0 : next + 1;
    }

    /** What came of all commands, so that no trade is in vain. */
    long digest() {
        return digest.sum();
    }
}
