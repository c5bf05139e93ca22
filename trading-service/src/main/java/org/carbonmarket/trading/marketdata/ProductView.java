package org.carbonmarket.trading.marketdata;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * A product of a market.
 *
 * @param referencePrice what its first day's limits are taken from
 * @param day the day of the limits, absent before its first opening
 * @param close the closing price, once {@code day} is closed
 */
public record ProductView(
        ProductCode product,
        Price referencePrice,
        @Nullable LocalDate day,
        @Nullable Price previousClose,
        @Nullable Price lowerLimit,
        @Nullable Price upperLimit,
        @Nullable Price close,
        boolean halted) {}
