package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.DayTrades.MadeTrade;
import org.carbonmarket.trading.engine.UnsettledTrades.UnsettledTrade;
import org.carbonmarket.trading.engine.session.Product;

/**
 * Makes trades, by whatever method two parties met: value changes hands out of what both sides
 * reserved, settlement is owed, and the public and the parties are told.
 */
final class Trades {

    private final MarketState state;
    private final Surveillance surveillance;

    Trades(MarketState state, Surveillance surveillance) {
        this.state = state;
        this.surveillance = surveillance;
    }

    /**
     * Makes one trade; the day's figures are the caller's.
     *
     * @param taker the side that came second
     * @param price in fen
     * @return the trade's number
     */
    long make(
            TradingMethod method,
            OpenOrder buy,
            OpenOrder sell,
            Side taker,
            long price,
            long tonnes,
            OffsetDateTime at) {
        long amount = Math.multiplyExact(price, tonnes);
        long buyerFee = buy.buy(tonnes, amount, state.rules);
        long sellerFee = sell.sell(tonnes, amount, state.rules);
        state.moneyOut(Math.addExact(buyerFee, sellerFee));
        UnsettledTrade trade =
                new UnsettledTrade(
                        state.publisher.nextTrade(),
                        buy.product().index(),
                        buy.account().index(),
                        sell.account().index(),
                        tonnes,
                        amount,
                        buyerFee,
                        sellerFee);
        state.unsettled.add(trade);
        MadeTrade made = new MadeTrade(trade, method, price, at.toEpochSecond());
        state.dayTrades.add(made);
        publish(method, trade, buy, sell, taker, Price.ofFen(price), at);
        surveillance.traded(made);
        return trade.trade();
    }

    private void publish(
            TradingMethod method,
            UnsettledTrade trade,
            OpenOrder buy,
            OpenOrder sell,
            Side taker,
            Price price,
            OffsetDateTime at) {
        TradeId id = new TradeId(state.market, trade.trade());
        Product product = buy.product();
        Tonnes tonnes = Tonnes.of(trade.tonnes());
        Money amount = Money.ofFen(trade.amount());
        state.publisher.trade(
                new TradeExecuted(
                        id,
                        state.day.openedDay(),
                        product.code(),
                        method,
                        price,
                        tonnes,
                        amount,
                        taker,
                        at),
                new ExecutionRecorded(
                        id,
                        state.day.openedDay(),
                        product.code(),
                        method,
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
}
