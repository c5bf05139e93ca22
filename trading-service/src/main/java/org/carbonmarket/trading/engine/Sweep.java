package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;

/** Makes the trades of one incoming order with the listings it meets, and tells their owners. */
final class Sweep implements ListedBook.Fills {

    private final MarketState state;
    private final Trades trades;
    private final OpenOrder incoming;
    private final OffsetDateTime at;

    Sweep(MarketState state, Trades trades, OpenOrder incoming, OffsetDateTime at) {
        this.state = state;
        this.trades = trades;
        this.incoming = incoming;
        this.at = at;
    }

    @Override
    public void filled(long number, long price, long tonnes, long left) {
        OpenOrder resting = state.orders.require(number);
        boolean buys = incoming.side() == Side.BUY;
        OpenOrder buy = buys ? incoming : resting;
        OpenOrder sell = buys ? resting : incoming;
        state.touch(resting.account());
        incoming.product().figures().traded(price, tonnes, Math.multiplyExact(price, tonnes));
        long trade =
                trades.make(TradingMethod.LISTED, buy, sell, incoming.side(), price, tonnes, at);
        tell(resting, trade, price, tonnes);
        if (resting.remaining() != left) {
            throw new IllegalStateException("order " + number + " rests with " + left);
        }
        if (left == 0) {
            state.orders.remove(resting);
        }
    }

    private void tell(OpenOrder resting, long trade, long price, long tonnes) {
        state.publisher.order(
                new OrderFilled(
                        new OrderId(state.market, resting.number()),
                        resting.account().id(),
                        new TradeId(state.market, trade),
                        Price.ofFen(price),
                        Tonnes.of(tonnes),
                        Tonnes.of(resting.remaining()),
                        at));
    }
}
