package org.carbonmarket.events.marketlog;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.AuctionPricing;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a one-way auction (单向竞价). An auction's and a bid's number is its command's position on
 * the log. Bids are sealed before they reach the log: price and quantity are readable only with the
 * opening key, which the log learns at the end.
 */
public sealed interface AuctionCommand extends MarketCommand.Request {

    /**
     * Announce a sale by auction; the seller's allowances are reserved.
     *
     * @param account the seller; the regulator's account in a primary auction
     * @param reservePrice the least price at which anything is sold
     * @param bidders who may bid; empty: every active account
     * @param sealingKey the public key bids are sealed with, in Base64
     */
    record AnnounceAuction(
            Market market,
            String command,
            AccountId account,
            ProductCode product,
            Tonnes quantity,
            Price reservePrice,
            AuctionPricing pricing,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt,
            List<AccountId> bidders,
            String sealingKey,
            OffsetDateTime at)
            implements AuctionCommand {

        public AnnounceAuction {
            bidders = List.copyOf(bidders);
        }
    }

    /** Let one more account bid. */
    record AdmitBidder(
            Market market, String command, OrderId auction, AccountId account, OffsetDateTime at)
            implements AuctionCommand {}

    /**
     * Bid for a part of an auction.
     *
     * @param reserve money put aside for the bid: it must cover price times quantity and the fee
     * @param sealedBid price and quantity, sealed with the auction's key, in Base64
     */
    record PlaceBid(
            Market market,
            String command,
            AccountId account,
            OrderId auction,
            Money reserve,
            String sealedBid,
            @Nullable String idempotencyKey,
            @Nullable String bodyDigest,
            OffsetDateTime at)
            implements AuctionCommand {}

    /** Take back a bid before the end. */
    record WithdrawBid(
            Market market, String command, AccountId account, OrderId bid, OffsetDateTime at)
            implements AuctionCommand {}

    /** Call an auction off; everything reserved goes back. */
    record CancelAuction(
            Market market, String command, OrderId auction, String reason, OffsetDateTime at)
            implements AuctionCommand {}

    /**
     * The window is over: open the bids and award.
     *
     * @param openingKey the private half of the sealing key, in Base64
     */
    record EndAuction(
            Market market, String command, OrderId auction, String openingKey, OffsetDateTime at)
            implements AuctionCommand {}
}
