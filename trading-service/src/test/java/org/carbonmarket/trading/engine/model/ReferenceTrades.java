package org.carbonmarket.trading.engine.model;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.model.ReferenceState.Trade;

/** Trades: money one way, allowances the other, fees to the market. */
final class ReferenceTrades {

    private final ReferenceState state;

    ReferenceTrades(ReferenceState state) {
        this.state = state;
    }

    /** Makes a trade and returns its number. */
    long make(
            TradingMethod method,
            ReferenceOrder buy,
            ReferenceOrder sell,
            Side taker,
            long price,
            long tonnes,
            OffsetDateTime at) {
        long amount = price * tonnes;
        long buyerFee = buy.trade(state.rules, tonnes, amount, Long.MAX_VALUE);
        long sellerFee = sell.trade(state.rules, tonnes, amount, amount);
        buy.account.money -= amount + buyerFee;
        buy.account.changed = true;
        buy.account.holding(buy.product).boughtToday += tonnes;
        sell.account.earn(amount - sellerFee);
        sell.account.holding(buy.product).stock -= tonnes;
        Trade trade =
                new Trade(
                        ++state.trades,
                        method,
                        buy.product,
                        buy.account,
                        sell.account,
                        price,
                        tonnes,
                        amount,
                        buyerFee,
                        sellerFee);
        state.unsettled.put(trade.number(), trade);
        state.today.put(trade.number(), trade);
        TradeId id = new TradeId(ReferenceState.CN, trade.number());
        state.say(
                new TradeExecuted(
                        id,
                        state.openedDay(),
                        buy.product.code,
                        method,
                        Price.ofFen(price),
                        Tonnes.of(tonnes),
                        Money.ofFen(amount),
                        taker,
                        at));
        state.say(
                new ExecutionRecorded(
                        id,
                        state.openedDay(),
                        buy.product.code,
                        method,
                        Price.ofFen(price),
                        Tonnes.of(tonnes),
                        Money.ofFen(amount),
                        buy.account.id,
                        sell.account.id,
                        state.number(buy.number),
                        state.number(sell.number),
                        Money.ofFen(buyerFee),
                        Money.ofFen(sellerFee),
                        at));
        return trade.number();
    }
}
