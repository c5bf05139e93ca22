package org.carbonmarket.settlement.entrustment;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;

/**
 * Money moved into a market.
 *
 * @param entrustment settlement's number of this move
 * @param posting the ledger's number of it
 */
record Entrustment(
        String entrustment,
        long posting,
        AccountId account,
        Market market,
        Money amount,
        OffsetDateTime at) {}
