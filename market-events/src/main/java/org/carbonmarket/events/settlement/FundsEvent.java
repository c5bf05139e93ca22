package org.carbonmarket.events.settlement;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.topic.PublishedEvent;

/** Money coming, going, and moving in and out of trading. Payments of trades are apart. */
public sealed interface FundsEvent extends PublishedEvent {

    AccountId account();

    Money amount();

    @Override
    default String key() {
        return account().value();
    }

    /**
     * The bank confirmed a deposit; it is in {@code available}.
     *
     * @param bankReference the bank's reference, accepted once
     */
    record FundsDeposited(AccountId account, Money amount, String bankReference, OffsetDateTime at)
            implements FundsEvent {}

    /** The bank confirmed a withdrawal; it left {@code available}. */
    record FundsWithdrawn(AccountId account, Money amount, String bankReference, OffsetDateTime at)
            implements FundsEvent {}

    /**
     * Moved from {@code available} to {@code inTrading}; the market's engine credits it once.
     *
     * @param entrustment settlement's number of this move
     */
    record FundsEntrusted(
            String entrustment, AccountId account, Money amount, Market market, OffsetDateTime at)
            implements FundsEvent {}

    /** Moved from {@code inTrading} back to {@code available} after the engine let go. */
    record FundsReturned(
            String release, AccountId account, Money amount, Market market, OffsetDateTime at)
            implements FundsEvent {}
}
