package org.carbonmarket.trading.engine.session;

import org.carbonmarket.events.trading.Phase;

/** Where a trading day stands. A day only moves forward; see {@link TradingDay}. */
enum Step {
    PRE_OPEN(Phase.PRE_OPEN),
    MORNING(Phase.OPEN),
    BREAK(Phase.BREAK),
    AFTERNOON(Phase.OPEN),
    CLOSED(Phase.CLOSED);

    private final Phase phase;

    Step(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }
}
