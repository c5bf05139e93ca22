package org.carbonmarket.trading.marketdata;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Where a market's day stands.
 *
 * @param day the trading day that is on or was last, absent before the first
 * @param uncleared the day whose clearing the next opening waits for, when it was refused
 */
public record SessionView(
        Market market,
        @Nullable OffsetDateTime asOf,
        @Nullable LocalDate day,
        Phase phase,
        @Nullable LocalDate uncleared) {}
