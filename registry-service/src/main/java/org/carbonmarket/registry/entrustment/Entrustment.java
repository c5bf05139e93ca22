package org.carbonmarket.registry.entrustment;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * A move from {@code available} into a market.
 *
 * @param entrustment the number under which the market's engine credits it once
 * @param posting the ledger's posting
 */
record Entrustment(
        String entrustment,
        long posting,
        AccountId account,
        Market market,
        ProductCode product,
        Tonnes tonnes,
        OffsetDateTime at) {}
