package org.carbonmarket.reporting.reconciliation;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;

/** What must hold of any event that carries a trade's number, price and amount. */
final class TradeChecks {

    private final Postings to;

    TradeChecks(Postings to) {
        this.to = to;
    }

    /** A trade's number is its event's sequence: what is missing or doubled shifts the two. */
    void numbered(String topic, TradeId trade, long sequence) {
        if (trade.sequence() != sequence) {
            to.fault(
                    Finding.certain(
                            Invariant.I4,
                            topic + " of " + trade.market(),
                            "trade numbers without gap, equal to the sequence",
                            "the numbers are off by " + (trade.sequence() - sequence),
                            "trade " + trade + " has sequence " + sequence));
        }
    }

    void priced(String deed, TradeId trade, Price price, Tonnes quantity, Money amount) {
        Money expected = price.times(quantity);
        if (!amount.equals(expected)) {
            to.fault(
                    Finding.certain(
                            Invariant.I4,
                            "trade " + trade + " as " + deed,
                            "amount " + expected,
                            "amount " + amount,
                            quantity + " t at " + price));
        }
    }
}
