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

    /** Frozen by order of a court or the regulator: {@code available} to {@code frozen}. */
    record FundsFrozen(
            AccountId account, Money amount, String reason, String document, OffsetDateTime at)
            implements FundsEvent {}

    /** A freeze ended: {@code frozen} to {@code available}. */
    record FundsUnfrozen(
            AccountId account, Money amount, String reason, String document, OffsetDateTime at)
            implements FundsEvent {}

    /**
     * Called back from trading; the engine answers with one or more releases that name the recall.
     *
     * @param recall settlement's number of this recall
     */
    record FundsRecallRequested(
            String recall,
            AccountId account,
            Money amount,
            Market market,
            String reason,
            OffsetDateTime at)
            implements FundsEvent {}
}
