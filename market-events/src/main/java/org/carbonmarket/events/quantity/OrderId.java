package org.carbonmarket.events.quantity;

/**
 * An order's number Written {@code CN-17}.
 *
 * @param market the market
 * @param position the number within the market
 */
public record OrderId(Market market, long position) {

    public OrderId {
        if (position < 0) {
            throw new IllegalArgumentException("position must not be negative: " + position);
        }
    }

    public static OrderId parse(String text) {
        return MarketNumber.parse(text, OrderId::new);
    }

    @Override
    public String toString() {
        return market + "-" + position;
    }
}
