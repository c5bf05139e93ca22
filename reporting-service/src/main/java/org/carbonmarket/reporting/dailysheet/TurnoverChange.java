package org.carbonmarket.reporting.dailysheet;

/** What trades add to a turnover, and voided ones take away; tonnes and fen, of either sign. */
record TurnoverChange(long tonnes, long fen) {

    static final TurnoverChange NONE = new TurnoverChange(0, 0);

    TurnoverChange plus(TurnoverChange other) {
        return new TurnoverChange(
                Math.addExact(tonnes, other.tonnes), Math.addExact(fen, other.fen));
    }

    TurnoverChange negated() {
        return new TurnoverChange(-tonnes, -fen);
    }
}
