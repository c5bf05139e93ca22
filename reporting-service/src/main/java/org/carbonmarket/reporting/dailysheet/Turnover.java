package org.carbonmarket.reporting.dailysheet;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;

/** Volume in tonnes and amount in yuan, of one method of trading or of all together. */
public record Turnover(Tonnes volume, Money amount) {

    static final Turnover NONE = new Turnover(Tonnes.ZERO, Money.ZERO);

    static Turnover of(long tonnes, long fen) {
        return new Turnover(Tonnes.of(tonnes), Money.ofFen(fen));
    }

    Turnover plus(Turnover other) {
        return new Turnover(volume.plus(other.volume), amount.plus(other.amount));
    }
}
