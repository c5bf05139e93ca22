package org.carbonmarket.events.registry;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;

/** Changes of holdings outside deliveries: issuance, and the door into and out of trading. */
public sealed interface HoldingEvent extends PublishedEvent {

    AccountId account();

    ProductCode product();

    Tonnes tonnes();

    @Override
    default String key() {
        return account().value();
    }

    /**
     * New allowances or credits came into being in {@code available}.
     *
     * @param posting the registry's posting number
     * @param reason what for, in the registry's own words, such as {@code INITIAL_ALLOCATION}
     * @param document the reference of the deciding document
     */
    record AllowancesIssued(
            long posting,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            String reason,
            String document,
            OffsetDateTime at)
            implements HoldingEvent {}

    /**
     * Moved from {@code available} to {@code inTrading}; the market's engine credits it once.
     *
     * @param entrustment the registry's number of this move
     */
    record AllowancesEntrusted(
            String entrustment,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Market market,
            OffsetDateTime at)
            implements HoldingEvent {}

    /**
     * Moved from {@code inTrading} back to {@code available} after the engine let go.
     *
     * @param release the engine's number of the release
     */
    record AllowancesReturned(
            String release,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Market market,
            OffsetDateTime at)
            implements HoldingEvent {}
}
