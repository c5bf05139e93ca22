package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/** What became of block offers (大宗协议交易). {@link #order()} is the offer's number. */
public sealed interface BlockEvent extends OrderEvent {

    /** Why an offer stands no more. */
    enum BlockEnd {
        /** Taken back by its initiator. */
        WITHDRAWN,
        /** Turned down by the one it was made to. */
        DECLINED,
        /** It became a trade. */
        CONFIRMED,
        /** A counter-offer to it became a trade, or another answer in its negotiation. */
        SUPERSEDED,
        /** Its time was over. */
        EXPIRED,
        CLOSE_OF_DAY,
        ACCOUNT_RESTRICTED,
        /** The registry or settlement called the reserved value back. */
        RECALLED
    }

    /**
     * The answer to an offer or counter-offer that was taken; its value is reserved.
     *
     * @param counterparty whom alone it is made to; absent: published to all
     * @param inReplyTo the offer it counters; absent for a first offer
     */
    record BlockOffered(
            String command,
            OrderId order,
            AccountId account,
            LocalDate day,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            @Nullable AccountId counterparty,
            @Nullable OrderId inReplyTo,
            @Nullable OffsetDateTime goodUntil,
            boolean repeated,
            OffsetDateTime at)
            implements BlockEvent {}

    /**
     * The answer to a step of block trading that was refused; nothing changed.
     *
     * @param order the offer concerned, or the refused offer's own number
     * @param account who asked
     */
    record BlockRefused(
            String command,
            OrderId order,
            AccountId account,
            RejectionCode code,
            @Nullable String field,
            String detail,
            boolean repeated,
            OffsetDateTime at)
            implements BlockEvent {}

    /**
     * The answer to a confirmation: the trade is made.
     *
     * @param account who confirmed
     * @param counterparty whose offer it was
     * @param side the one on which {@code account} traded
     */
    record BlockConfirmed(
            String command,
            OrderId order,
            AccountId account,
            AccountId counterparty,
            TradeId trade,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            OffsetDateTime at)
            implements BlockEvent {}

    /**
     * An offer stands no more; what was reserved for it and not traded is free again.
     *
     * @param command the request this answers; absent when it followed from something else
     * @param account whose offer it was
     */
    record BlockEnded(
            @Nullable String command,
            OrderId order,
            AccountId account,
            BlockEnd reason,
            OffsetDateTime at)
            implements BlockEvent {}
}
