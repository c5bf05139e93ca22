package org.carbonmarket.reporting.dailysheet;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * One product's trading day. Prices are of listed trades; volume and amount are of all methods, and
 * the three methods apart beside them. While the day lasts, {@code close} is the average so far.
 *
 * @param previousClose absent when the day's opening has not been heard of yet
 * @param change close less previous close in yuan, with its sign
 * @param changePercent the same in percent of the previous close, two decimals, half up
 */
public record DailySheet(
        Market market,
        LocalDate day,
        ProductCode product,
        State state,
        @Nullable Price previousClose,
        @Nullable Price open,
        @Nullable Price high,
        @Nullable Price low,
        @Nullable Price close,
        @Nullable String change,
        @Nullable String changePercent,
        long trades,
        Tonnes volume,
        Money amount,
        Turnover listed,
        Turnover block,
        Turnover auction) {

    /** Whether the day's figures may still change. */
    public enum State {
        /** Folded from the trades so far. */
        PROVISIONAL,
        /** As trading stated it at the close. */
        FINAL
    }

    /** Prices of a day, as far as there are any. */
    record Prices(
            @Nullable Price previousClose,
            @Nullable Price open,
            @Nullable Price high,
            @Nullable Price low,
            @Nullable Price close) {}

    static DailySheet of(
            SheetDelta.Key key,
            State state,
            Prices prices,
            long trades,
            Turnover listed,
            Turnover block,
            Turnover auction) {
        Turnover all = listed.plus(block).plus(auction);
        Price close = prices.close();
        Price before = prices.previousClose();
        return new DailySheet(
                key.market(),
                key.day(),
                key.product(),
                state,
                before,
                prices.open(),
                prices.high(),
                prices.low(),
                close,
                Change.inYuan(before, close),
                Change.inPercent(before, close),
                trades,
                all.volume(),
                all.amount(),
                listed,
                block,
                auction);
    }
}
