package org.carbonmarket.trading.auction;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * A bid and what became of it.
 *
 * @param reserved the money put aside while it stood
 * @param price what it bid; absent before the auction's end
 * @param quantity how much it bid for; absent before the auction's end
 */
public record BidView(
        OrderId bid,
        OrderId auction,
        AccountId account,
        Money reserved,
        BidState state,
        @Nullable Price price,
        @Nullable Tonnes quantity,
        Tonnes filled,
        Money amount,
        OffsetDateTime madeAt,
        OffsetDateTime changedAt) {}
