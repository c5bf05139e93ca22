package org.carbonmarket.events.trading;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * What became of bids in one-way auctions (单向竞价). {@link #order()} is the bid's number. Before the
 * auction's end no event says more of a bid than the money put aside for it.
 */
public sealed interface BidEvent extends OrderEvent {

    OrderId auction();

    /** How a bid ended. */
    enum BidEnd {
        WITHDRAWN,
        FILLED,
        /** The last to be awarded got what was left. */
        PARTLY_FILLED,
        NOT_AWARDED,
        /** Opened, it was no valid bid: below the reserve price, or not covered by its money. */
        INVALID,
        AUCTION_CANCELLED,
        ACCOUNT_RESTRICTED
    }

    /** The answer to a bid that was taken. */
    record BidPlaced(
            String command,
            OrderId order,
            AccountId account,
            OrderId auction,
            Money reserved,
            boolean repeated,
            OffsetDateTime at)
            implements BidEvent {}

    /** The answer to a bid, or to its withdrawal, that was refused; nothing changed. */
    record BidRefused(
            String command,
            OrderId order,
            AccountId account,
            OrderId auction,
            RejectionCode code,
            @Nullable String field,
            String detail,
            boolean repeated,
            OffsetDateTime at)
            implements BidEvent {}

    /**
     * A bid ended; money it did not spend is free again.
     *
     * @param command the withdrawal this answers; absent at the auction's end
     * @param price what it bid, once opened
     * @param quantity how much it bid for, once opened
     * @param filled what it was awarded, with {@code amount}
     */
    record BidEnded(
            @Nullable String command,
            OrderId order,
            AccountId account,
            OrderId auction,
            BidEnd reason,
            @Nullable Price price,
            @Nullable Tonnes quantity,
            Tonnes filled,
            Money amount,
            OffsetDateTime at)
            implements BidEvent {}
}
