package org.carbonmarket.events.quantity;

/**
 * A trade's number Written {@code CN-17}.
 *
 * @param market the market
 * @param sequence the number within the market
 */
public record TradeId(Market market, long sequence) {

    public TradeId {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative: " + sequence);
        }
    }

    public static TradeId parse(String text) {
        return MarketNumber.parse(text, TradeId::new);
    }

    @Override
    public String toString() {
        return market + "-" + sequence;
    }
}
