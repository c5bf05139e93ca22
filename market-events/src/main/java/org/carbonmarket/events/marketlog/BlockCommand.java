package org.carbonmarket.events.marketlog;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.Side;
import org.jspecify.annotations.Nullable;

/**
 * Steps of block trading (大宗协议交易). An offer's number is its command's position on the log; its
 * value is reserved while it stands.
 */
public sealed interface BlockCommand extends MarketCommand.Request {

    AccountId account();

    /**
     * Offer a block.
     *
     * @param counterparty whom alone it is offered to; absent: published to all
     * @param goodUntil when it expires; absent: at the close
     */
    record OfferBlock(
            Market market,
            String command,
            AccountId account,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            @Nullable AccountId counterparty,
            @Nullable OffsetDateTime goodUntil,
            @Nullable String idempotencyKey,
            @Nullable String bodyDigest,
            OffsetDateTime at)
            implements BlockCommand {}

    /**
     * Answer another's offer with other terms: an offer of the other side, to its initiator alone.
     * Whoever confirms it trades at these terms; the offer it answers ends then.
     */
    record CounterBlock(
            Market market,
            String command,
            AccountId account,
            OrderId offer,
            Price price,
            Tonnes quantity,
            @Nullable OffsetDateTime goodUntil,
            @Nullable String idempotencyKey,
            @Nullable String bodyDigest,
            OffsetDateTime at)
            implements BlockCommand {}

    /** Take another's offer at its terms: the trade is made. */
    record ConfirmBlock(
            Market market, String command, AccountId account, OrderId offer, OffsetDateTime at)
            implements BlockCommand {}

    /** Take back one's own offer. */
    record WithdrawBlock(
            Market market, String command, AccountId account, OrderId offer, OffsetDateTime at)
            implements BlockCommand {}

    /** Turn down an offer made to this account alone. */
    record DeclineBlock(
            Market market, String command, AccountId account, OrderId offer, OffsetDateTime at)
            implements BlockCommand {}
}
