package org.carbonmarket.registry.credits.retirement;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * Credits that were retired.
 *
 * @param product what the account gave: a project's vintage, or fungible units
 * @param posting the ledger's posting
 * @param certificate SHA-256 of the certificate's JSON, by which it is looked up
 */
public record Retirement(
        String retirement,
        AccountId account,
        ProductCode product,
        Tonnes tonnes,
        Purpose purpose,
        String beneficiary,
        String reason,
        long posting,
        String certificate,
        OffsetDateTime at) {

    /** The number of the act on serials, by which retirements are in order. */
    long act() {
        return Long.parseLong(retirement.substring("RT-".length()));
    }
}
