package org.carbonmarket.reporting.dailysheet;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;

/**
 * What some trades add to a product's day. Deltas add up in any order to the same sheet. Money and
 * prices in fen; the prices are of listed trades alone, null without one.
 *
 * @param firstNumber the earliest listed trade's number
 * @param lastNumber the latest listed trade's number
 */
record SheetDelta(
        Key key,
        @Nullable Long firstNumber,
        @Nullable Long firstPrice,
        @Nullable Long lastNumber,
        @Nullable Long lastPrice,
        @Nullable Long high,
        @Nullable Long low,
        long trades,
        TurnoverChange listed,
        TurnoverChange block,
        TurnoverChange auction) {

    /** One product's day in a market. */
    record Key(Market market, LocalDate day, ProductCode product) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = market.compareTo(other.market);
            order = order == 0 ? day.compareTo(other.day) : order;
            return order == 0 ? product.compareTo(other.product) : order;
        }
    }

    static SheetDelta of(TradeExecuted trade) {
        Key key = new Key(trade.market(), trade.day(), trade.product());
        TurnoverChange turnover =
                new TurnoverChange(trade.quantity().value(), trade.amount().fen());
        long number = trade.trade().sequence();
        long price = trade.price().fen();
        return switch (trade.method()) {
            case LISTED ->
                    new SheetDelta(
                            key,
                            number,
                            price,
                            number,
                            price,
                            price,
                            price,
                            1,
                            turnover,
                            TurnoverChange.NONE,
                            TurnoverChange.NONE);
            case BLOCK, AUCTION -> withoutPrices(key, trade.method(), 1, turnover);
        };
    }

    /** A trade voided on its own day counts no more; the prices stay what the public saw. */
    static SheetDelta of(TradeVoided voided) {
        TurnoverChange turnover =
                new TurnoverChange(voided.quantity().value(), voided.amount().fen());
        return withoutPrices(
                new Key(voided.market(), voided.tradedOn(), voided.product()),
                voided.method(),
                -1,
                turnover.negated());
    }

    /** What makes or takes volume, but no price of the day. */
    private static SheetDelta withoutPrices(
            Key key, TradingMethod method, long trades, TurnoverChange turnover) {
        return new SheetDelta(
                key,
                null,
                null,
                null,
                null,
                null,
                null,
                trades,
                method == TradingMethod.LISTED ? turnover : TurnoverChange.NONE,
                method == TradingMethod.BLOCK ? turnover : TurnoverChange.NONE,
                method == TradingMethod.AUCTION ? turnover : TurnoverChange.NONE);
    }

    SheetDelta and(SheetDelta other) {
        SheetDelta first = isLess(other.firstNumber, firstNumber) ? other : this;
        SheetDelta last = isLess(lastNumber, other.lastNumber) ? other : this;
        return new SheetDelta(
                key,
                first.firstNumber == null ? other.firstNumber : first.firstNumber,
                first.firstNumber == null ? other.firstPrice : first.firstPrice,
                last.lastNumber == null ? other.lastNumber : last.lastNumber,
                last.lastNumber == null ? other.lastPrice : last.lastPrice,
                high == null || isLess(high, other.high) ? other.high : high,
                low == null || isLess(other.low, low) ? other.low : low,
                Math.addExact(trades, other.trades),
                listed.plus(other.listed),
                block.plus(other.block),
                auction.plus(other.auction));
    }

    private static boolean isLess(@Nullable Long one, @Nullable Long other) {
        return one != null && other != null && one < other;
    }
}
