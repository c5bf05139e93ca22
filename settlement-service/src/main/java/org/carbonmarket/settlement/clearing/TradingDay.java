package org.carbonmarket.settlement.clearing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * A trading day as settlement sees it: trading's totals, and what clearing found.
 *
 * @param trades trading's count, as are {@code volume} and {@code amount} its sums
 * @param settled how many of them were paid
 * @param failed how many of them failed
 * @param breaks what differs, each naming its trade, product or total
 */
record TradingDay(
        Market market,
        LocalDate day,
        State state,
        long trades,
        long settled,
        long failed,
        Tonnes volume,
        Money amount,
        Money fees,
        List<String> breaks,
        @Nullable OffsetDateTime closedAt,
        @Nullable OffsetDateTime clearedAt) {

    /** Life of a trading day here. */
    enum State {
        /** Not closed by trading yet. */
        OPEN,
        /** Closed; some of its trades are not final. */
        CLOSED,
        CLEARED,
        BROKEN
    }

    static TradingDay open(Market market, LocalDate day) {
        return new TradingDay(
                market,
                day,
                State.OPEN,
                0,
                0,
                0,
                Tonnes.ZERO,
                Money.ZERO,
                Money.ZERO,
                List.of(),
                null,
                null);
    }
}
