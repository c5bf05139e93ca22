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

    /** Frozen by order of a court or the regulator: {@code available} to {@code frozen}. */
    record AllowancesFrozen(
            long posting,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            String reason,
            String document,
            OffsetDateTime at)
            implements HoldingEvent {}

    /** A freeze ended: {@code frozen} to {@code available}. */
    record AllowancesUnfrozen(
            long posting,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            String reason,
            String document,
            OffsetDateTime at)
            implements HoldingEvent {}

    /**
     * Moved to another account without a trade: inheritance, merger, court order.
     *
     * @param account who gave them
     * @param receiver who has them now, in {@code available}
     */
    record AllowancesTransferred(
            long posting,
            AccountId account,
            AccountId receiver,
            ProductCode product,
            Tonnes tonnes,
            String reason,
            String document,
            OffsetDateTime at)
            implements HoldingEvent {}

    /** Cancelled of free will: they left the market for good. */
    record AllowancesCancelled(
            long posting,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            String beneficiary,
            String reason,
            OffsetDateTime at)
            implements HoldingEvent {}

    /** Taken back after the final determination of an allocation: they left the market for good. */
    record AllowancesTakenBack(
            long posting,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            String reason,
            String document,
            OffsetDateTime at)
            implements HoldingEvent {}

    /**
     * Called back from trading; the engine answers with one or more releases that name the recall.
     *
     * @param recall the registry's number of this recall
     */
    record AllowancesRecallRequested(
            String recall,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Market market,
            String reason,
            OffsetDateTime at)
            implements HoldingEvent {}
}
