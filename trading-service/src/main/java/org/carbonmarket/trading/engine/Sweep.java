package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.UnsettledTrades.UnsettledTrade;
import org.carbonmarket.trading.engine.session.Product;

/** Makes the trades of one incoming order: value changes hands, and all who must know are told. */
final class Sweep implements ListedBook.Fills {

    private final MarketState state;
    private final OpenOrder incoming;
    private final OffsetDateTime at;

    Sweep(MarketState state, OpenOrder incoming, OffsetDateTime at) {
        this.state = state;
        this.incoming = incoming;
        this.at = at;
    }

    @Override
    public void filled(long number, long price, long tonnes, long left) {
        OpenOrder resting = state.orders.require(number);
        OpenOrder buy = incoming.side() == Side.BUY ? incoming : resting;
        OpenOrder sell = incoming.side() == Side.BUY ? resting : incoming;
        long amount = Math.multiplyExact(price, tonnes);
        long buyerFee = buy.buy(tonnes, amount, state.rules);
        long sellerFee = sell.sell(tonnes, amount, state.rules);
        state.moneyOut(Math.addExact(buyerFee, sellerFee));
        state.touch(resting.account());
        incoming.product().figures().traded(price, tonnes, amount);
        UnsettledTrade trade =
                new UnsettledTrade(
                        state.publisher.nextTrade(),
                        incoming.product().index(),
                        buy.account().index(),
                        sell.account().index(),
                        tonnes,
                        amount,
                        buyerFee,
                        sellerFee);
        state.unsettled.add(trade);
        publish(trade, price, buy, sell);
        tell(resting, trade.trade(), price, tonnes);
        if (resting.remaining() != left) {
            throw new IllegalStateException("order " + number + " rests with " + left);
        }
        if (left == 0) {
            state.orders.remove(resting);
        }
    }

    private void publish(UnsettledTrade trade, long fen, OpenOrder buy, OpenOrder sell) {
        TradeId id = new TradeId(state.market, trade.trade());
        Product product = incoming.product();
        Price price = Price.ofFen(fen);
        Tonnes tonnes = Tonnes.of(trade.tonnes());
        Money amount = Money.ofFen(trade.amount());
        state.publisher.trade(
                new TradeExecuted(
                        id,
                        state.day.openedDay(),
                        product.code(),
                        TradingMethod.LISTED,
                        price,
                        tonnes,
                        amount,
                        incoming.side(),
                        at),
                new ExecutionRecorded(
                        id,
                        state.day.openedDay(),
                        product.code(),
                        TradingMethod.LISTED,
                        price,
                        tonnes,
                        amount,
                        buy.account().id(),
                        sell.account().id(),
                        new OrderId(state.market, buy.number()),
                        new OrderId(state.market, sell.number()),
                        Money.ofFen(trade.buyerFee()),
                        Money.ofFen(trade.sellerFee()),
                        at));
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
