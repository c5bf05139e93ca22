package org.carbonmarket.trading.marketdata.candles;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The listed trades of a minute or a day.
 *
 * @param start the minute, or the day's midnight in Shanghai
 * @param trades how many there were. A span without a trade has no candle; trades voided on their
 *     own day count here and in volume and amount no more
 */
@Schema(name = "Candle")
record CandleView(
        OffsetDateTime start,
        LocalDate day,
        Price open,
        Price high,
        Price low,
        Price close,
        Tonnes volume,
        Money amount,
        long trades) {}
