package org.carbonmarket.local.replay.record;

/**
 * What was traded in some way.
 *
 * @param tonnes volume
 * @param fen amount
 */
public record Turnover(long tonnes, long fen) {

    public static final Turnover NONE = new Turnover(0, 0);

    public boolean isNone() {
        return equals(NONE);
    }

    public Turnover plus(Turnover other) {
        return new Turnover(Math.addExact(tonnes, other.tonnes), Math.addExact(fen, other.fen));
    }

    public Turnover minus(Turnover other) {
        return new Turnover(
                Math.subtractExact(tonnes, other.tonnes), Math.subtractExact(fen, other.fen));
    }
}
