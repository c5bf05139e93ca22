package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.AuctionCommand.PlaceBid;
import org.carbonmarket.events.marketlog.AuctionCommand.WithdrawBid;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.BidEvent;
import org.carbonmarket.events.trading.BidEvent.BidEnd;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.auction.Auction;
import org.carbonmarket.trading.engine.auction.Bid;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The bidders' side of one-way auctions: a sealed bid with its money put aside, or taken back
 * before the end. Nothing here can read a bid.
 */
final class AuctionBids {

    /** A sealed bid's text is short; what is longer is none. */
    private static final int LONGEST_SEALED = 256;

    private final MarketState state;

    AuctionBids(MarketState state) {
        this.state = state;
    }

    void place(PlaceBid command) {
        Account account = state.accounts.find(command.account());
        String key = command.idempotencyKey();
        Answer earlier = account == null || key == null ? null : state.answers.find(account, key);
        if (earlier != null) {
            state.publisher.order(
                    earlier.isToBid() && earlier.isFor(command.bodyDigest())
                            ? earlier.repeatedFor(command.command())
                            : refused(command, Refusals.keyReused()));
            return;
        }
        BidEvent answer = take(command, account);
        if (account != null && key != null) {
            state.answers.keep(account, key, command.bodyDigest(), answer);
        }
        state.publisher.order(answer);
    }

    private BidEvent take(PlaceBid command, @Nullable Account account) {
        Auction auction = find(command.auction());
        Refusal refusal = check(command, account, auction);
        if (account == null || auction == null || refusal != null) {
            return refused(command, refusal);
        }
        long reserve = command.reserve().fen();
        account.reserve(reserve);
        state.touch(account);
        auction.take(new Bid(state.position, account, reserve, command.sealedBid()));
        return new BidPlaced(
                command.command(),
                new OrderId(state.market, state.position),
                command.account(),
                command.auction(),
                command.reserve(),
                false,
                command.at());
    }

    private @Nullable Refusal check(
            PlaceBid command, @Nullable Account account, @Nullable Auction auction) {
        Refusal notActive = Refusals.unlessMayTrade(account, command.account());
        if (account == null || notActive != null) {
            return notActive;
        }
        Refusal notOpen = unlessOpen(command, auction);
        if (auction == null || notOpen != null) {
            return notOpen;
        }
        if (!auction.admits(account)) {
            return notAdmitted(command);
        }
        return isSealed(command.sealedBid()) ? unlessCovered(command, account) : notSealed();
    }

    private @Nullable Refusal unlessOpen(PlaceBid command, @Nullable Auction auction) {
        if (auction == null || !auction.isOpenAt(command.at()) || !state.day.isOn()) {
            return new Refusal(
                    RejectionCode.AUCTION_NOT_OPEN,
                    "auction",
                    "Auction " + command.auction() + " takes no bids now.");
        }
        if (auction.terms().product().isHalted() || state.day.isHalted()) {
            return new Refusal(
                    RejectionCode.PRODUCT_HALTED,
                    "auction",
                    "Trading in " + auction.terms().product().code() + " is halted.");
        }
        return null;
    }

    private static Refusal notAdmitted(PlaceBid command) {
        return new Refusal(
                RejectionCode.BIDDER_NOT_ADMITTED,
                "account",
                "The account %s was not admitted to auction %s."
                        .formatted(command.account(), command.auction()));
    }

    private static boolean isSealed(String text) {
        return !text.isBlank() && text.length() <= LONGEST_SEALED;
    }

    private static Refusal notSealed() {
        return new Refusal(
                RejectionCode.KEY_DOES_NOT_FIT, "sealedBid", "The sealed bid has the wrong size.");
    }

    private @Nullable Refusal unlessCovered(PlaceBid command, Account account) {
        long reserve = command.reserve().fen();
        long spendable = state.spendable(account);
        if (reserve > 0 && reserve <= spendable) {
            return null;
        }
        return new Refusal(
                RejectionCode.FUNDS_INSUFFICIENT,
                "reserve",
                "The bid puts %s yuan aside; %s yuan are free, and it must be above zero."
                        .formatted(command.reserve(), Money.ofFen(spendable)));
    }

    void withdraw(WithdrawBid command) {
        Auction auction =
                command.bid().market() == state.market
                        ? state.auctions.withBid(command.bid().position())
                        : null;
        Bid bid = auction == null ? null : auction.bid(command.bid().position());
        boolean mayLeave =
                bid != null
                        && auction != null
                        && bid.account().id().equals(command.account())
                        && !auction.isOverAt(command.at());
        if (bid != null && auction != null && mayLeave) {
            end(auction, bid, command.command(), BidEnd.WITHDRAWN, command.at());
            return;
        }
        state.publisher.order(
                new BidRefused(
                        command.command(),
                        command.bid(),
                        command.account(),
                        command.bid(),
                        RejectionCode.BID_NOT_OPEN,
                        "bid",
                        "No bid " + command.bid() + " of this account can be taken back.",
                        false,
                        command.at()));
    }

    /** A bid ends without an award: its money is free again. */
    void end(Auction auction, Bid bid, @Nullable String command, BidEnd reason, OffsetDateTime at) {
        auction.remove(bid);
        bid.account().unreserve(bid.reserved());
        state.touch(bid.account());
        state.publisher.order(
                new BidEnded(
                        command,
                        new OrderId(state.market, bid.number()),
                        bid.account().id(),
                        new OrderId(state.market, auction.terms().number()),
                        reason,
                        null,
                        null,
                        Tonnes.ZERO,
                        Money.ZERO,
                        at));
    }

    private @Nullable Auction find(OrderId auction) {
        return auction.market() == state.market ? state.auctions.find(auction.position()) : null;
    }

    private BidRefused refused(PlaceBid command, @Nullable Refusal refusal) {
        if (refusal == null) {
            throw new IllegalStateException("a bid is refused for no reason");
        }
        return new BidRefused(
                command.command(),
                new OrderId(state.market, state.position),
                command.account(),
                command.auction(),
                refusal.code(),
                refusal.field(),
                refusal.detail(),
                false,
                command.at());
    }
}
