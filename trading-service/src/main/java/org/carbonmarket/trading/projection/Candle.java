package org.carbonmarket.trading.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;

/**
 * The listed trades of a product within a span, or some of them, in a nutshell.
 *
 * @param key which candle it is
 * @param trades how many there were
 */
record Candle(
        Key key,
        LocalDate day,
        Price open,
        Price high,
        Price low,
        Price close,
        Tonnes volume,
        Money amount,
        long trades) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A candle's span and place. */
    record Key(Market market, ProductCode product, CandleSpan span, OffsetDateTime start) {

        static Key of(TradeExecuted trade, CandleSpan span) {
            return new Key(
                    trade.market(),
                    trade.product(),
                    span,
                    switch (span) {
                        case MINUTE -> trade.at().truncatedTo(ChronoUnit.MINUTES);
                        case DAY -> trade.day().atStartOfDay(SHANGHAI).toOffsetDateTime();
                    });
        }
    }

    static Candle of(TradeExecuted trade, CandleSpan span) {
        Price price = trade.price();
        return new Candle(
                Key.of(trade, span),
                trade.day(),
                price,
                price,
                price,
                price,
                trade.quantity(),
                trade.amount(),
                1);
    }

    /** The candle of these trades and later ones of the same span. */
    Candle and(Candle later) {
        return new Candle(
                key,
                day,
                open,
                high.compareTo(later.high) >= 0 ? high : later.high,
                low.compareTo(later.low) <= 0 ? low : later.low,
                later.close,
                volume.plus(later.volume),
                amount.plus(later.amount),
                trades + later.trades);
    }
}
