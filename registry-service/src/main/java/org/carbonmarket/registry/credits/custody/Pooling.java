package org.carbonmarket.registry.credits.custody;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.credits.serial.SerialRange;

/**
 * Credits that became fungible units of product {@code CCER}, ready to be entrusted to a market.
 *
 * @param product what they were
 * @param serials those that now back the units, the holder's first in first
 * @param posting the ledger's posting
 */
record Pooling(
        AccountId account,
        ProductCode product,
        Tonnes tonnes,
        List<SerialRange> serials,
        long posting,
        OffsetDateTime at) {

    Pooling {
        serials = List.copyOf(serials);
    }
}
