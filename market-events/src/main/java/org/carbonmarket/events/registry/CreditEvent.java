package org.carbonmarket.events.registry;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.topic.PublishedEvent;

/** Voluntary emission reductions (CCER) by serial number. */
public sealed interface CreditEvent extends PublishedEvent {

    String project();

    @Override
    default String key() {
        return project();
    }

    /**
     * A batch came into being.
     *
     * @param firstSerial inclusive
     * @param lastSerial inclusive
     */
    record CreditsIssued(
            String project,
            String batch,
            int vintage,
            AccountId owner,
            long firstSerial,
            long lastSerial,
            OffsetDateTime at)
            implements CreditEvent {}

    /**
     * Exact serials left the market for good.
     *
     * @param purpose {@code OFFSET} or {@code VOLUNTARY}
     */
    record CreditsRetired(
            String project,
            String batch,
            AccountId account,
            long firstSerial,
            long lastSerial,
            String purpose,
            String beneficiary,
            OffsetDateTime at)
            implements CreditEvent {}

    /**
     * Credits became fungible units, product {@code CCER}: they left {@code available} of their
     * project's product, and as many units came into {@code available} of the fungible one.
     */
    record CreditsPooled(
            String project,
            String batch,
            int vintage,
            AccountId account,
            long firstSerial,
            long lastSerial,
            OffsetDateTime at)
            implements CreditEvent {}

    /** Exact serials went to another account without a trade. */
    record CreditsTransferred(
            String project,
            String batch,
            AccountId account,
            AccountId receiver,
            long firstSerial,
            long lastSerial,
            OffsetDateTime at)
            implements CreditEvent {}
}
