package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.AuctionCommand.AdmitBidder;
import org.carbonmarket.events.marketlog.AuctionCommand.AnnounceAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.CancelAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.EndAuction;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.trading.AuctionEvent.AuctionAnnounced;
import org.carbonmarket.events.trading.AuctionEvent.AuctionCancelled;
import org.carbonmarket.events.trading.BidEvent.BidEnd;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.auction.Auction;
import org.carbonmarket.trading.engine.auction.Bid;
import org.carbonmarket.trading.engine.auction.SealedBid;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * The operator's side of one-way auctions (market rules, Trading, "One-way auction"): announced
 * with the seller's allowances reserved, ended by opening the bids, or called off.
 */
final class AuctionSales {

    /** The most one auction sells: its amount and fees stay within a long at any price. */
    static final long LARGEST = 50_000_000;

    /** Trades belong to the day they are made in, so an auction must end before its close. */
    private static final LocalTime CLOSE = LocalTime.of(15, 0);

    private final MarketState state;
    private final Trades trades;
    private final AuctionBids bids;
    private final OperatorAnswers answers;

    AuctionSales(MarketState state, Trades trades, AuctionBids bids, OperatorAnswers answers) {
        this.state = state;
        this.trades = trades;
        this.answers = answers;
        this.bids = bids;
    }

    void announce(AnnounceAuction command) {
        Account seller = state.accounts.find(command.account());
        Product product = state.products.find(command.product());
        Refusal refusal = check(command, seller, product);
        if (seller == null || product == null || refusal != null) {
            answers.refused(command.command(), refusal, command.at());
            return;
        }
        long tonnes = command.quantity().value();
        seller.holdingToChange(product.index()).reserve(tonnes);
        state.touch(seller);
        Auction auction =
                new Auction(
                        new Auction.Terms(
                                state.position,
                                seller,
                                product,
                                tonnes,
                                command.reservePrice().fen(),
                                command.pricing(),
                                command.opensAt(),
                                command.closesAt(),
                                command.sealingKey()),
                        command.bidders());
        state.auctions.add(auction);
        state.publisher.auction(
                new AuctionAnnounced(
                        id(auction),
                        command.product(),
                        command.quantity(),
                        command.reservePrice(),
                        command.pricing(),
                        command.opensAt(),
                        command.closesAt(),
                        auction.isInvitedOnly(),
                        command.sealingKey(),
                        command.at()));
        answers.made(command.command(), command.at());
    }

    private @Nullable Refusal check(
            AnnounceAuction command, @Nullable Account seller, @Nullable Product product) {
        Refusal notActive = Refusals.unlessMayTrade(seller, command.account());
        if (seller == null || notActive != null) {
            return notActive;
        }
        Refusal notOpened = Refusals.unlessOpened(product, command.product());
        if (product == null || notOpened != null) {
            return notOpened;
        }
        long tonnes = command.quantity().value();
        if (tonnes < 1 || tonnes > LARGEST) {
            return new Refusal(
                    RejectionCode.QUANTITY_OUT_OF_RANGE,
                    "quantity",
                    "An auction is of 1 to " + LARGEST + " t, not " + tonnes + " t.");
        }
        if (command.reservePrice().fen() > Capacity.PRICE) {
            return new Refusal(
                    RejectionCode.PRICE_OUTSIDE_LIMITS,
                    "reservePrice",
                    "The reserve price may not pass " + Price.ofFen(Capacity.PRICE) + " yuan.");
        }
        Refusal badWindow = checkWindow(command);
        if (badWindow != null) {
            return badWindow;
        }
        return Refusals.unlessSellable(seller.holding(product.index()), tonnes, command.product());
    }

    private @Nullable Refusal checkWindow(AnnounceAuction command) {
        OffsetDateTime opens = command.opensAt();
        OffsetDateTime closes = command.closesAt().withOffsetSameInstant(opens.getOffset());
        boolean isInOneDay =
                opens.isBefore(closes)
                        && opens.toLocalDate().equals(closes.toLocalDate())
                        && closes.toLocalTime().isBefore(CLOSE);
        if (isInOneDay && command.at().isBefore(closes) && isAheadOf(closes.toLocalDate())) {
            return SealedBid.isSealingKey(command.sealingKey())
                    ? null
                    : new Refusal(
                            RejectionCode.KEY_DOES_NOT_FIT,
                            "sealingKey",
                            "The sealing key is no X25519 public key.");
        }
        return new Refusal(
                RejectionCode.TIME_OUT_OF_RANGE,
                "closesAt",
                "An auction opens and ends within one coming trading day, before its close at "
                        + CLOSE
                        + ".");
    }

    private boolean isAheadOf(LocalDate auctionDay) {
        LocalDate today = state.day.openedDay();
        return auctionDay.isAfter(today) || (auctionDay.equals(today) && state.day.isOn());
    }

    void admit(AdmitBidder command) {
        Auction auction = find(command.auction());
        if (auction == null || auction.isOverAt(command.at())) {
            answers.refused(command.command(), notOpen(command.auction()), command.at());
            return;
        }
        auction.admit(command.account());
        answers.done(command.command(), command.at());
    }

    void cancel(CancelAuction command) {
        Auction auction = find(command.auction());
        if (auction == null) {
            answers.refused(command.command(), notOpen(command.auction()), command.at());
            return;
        }
        callOff(auction, command.reason(), command.at());
        answers.done(command.command(), command.at());
    }

    /** Opens the bids and awards, once the window is over. */
    void end(EndAuction command) {
        Auction auction = find(command.auction());
        Refusal refusal = checkEnd(command, auction);
        if (auction == null || refusal != null) {
            answers.refused(command.command(), refusal, command.at());
            return;
        }
        state.auctions.remove(auction);
        new AuctionResult(state, trades, auction, command.at()).award(command.openingKey());
        answers.done(command.command(), command.at());
    }

    private @Nullable Refusal checkEnd(EndAuction command, @Nullable Auction auction) {
        if (auction == null || !auction.isOverAt(command.at())) {
            return notOpen(command.auction());
        }
        if (auction.terms().product().isHalted() || state.day.isHalted()) {
            return new Refusal(
                    RejectionCode.PRODUCT_HALTED,
                    "auction",
                    "Trading is halted; the auction ends when it is resumed.");
        }
        if (!SealedBid.fit(command.openingKey(), auction.terms().sealingKey())) {
            return new Refusal(
                    RejectionCode.KEY_DOES_NOT_FIT,
                    "openingKey",
                    "The key does not open the bids of auction " + command.auction() + ".");
        }
        return null;
    }

    /** A restricted account neither sells nor bids; what it had reserved is free again. */
    void restrict(Account account, OffsetDateTime at) {
        for (Auction auction : state.auctions.all()) {
            if (auction.terms().seller() == account) {
                callOff(auction, "The seller's account was restricted.", at);
            } else {
                auction.bids().stream()
                        .filter(bid -> bid.account() == account)
                        .forEach(
                                bid -> bids.end(auction, bid, null, BidEnd.ACCOUNT_RESTRICTED, at));
            }
        }
    }

    /** At the close, and at an opening for days that never were: nothing is left over. */
    void callOffUntil(LocalDate day, OffsetDateTime at) {
        for (Auction auction : state.auctions.all()) {
            if (!auction.terms().day().isAfter(day)) {
                callOff(auction, "The day closed before the bids were opened.", at);
            }
        }
    }

    private void callOff(Auction auction, String reason, OffsetDateTime at) {
        for (Bid bid : auction.bids()) {
            bids.end(auction, bid, null, BidEnd.AUCTION_CANCELLED, at);
        }
        Auction.Terms terms = auction.terms();
        terms.seller().holdingToChange(terms.product().index()).unreserve(terms.quantity());
        state.touch(terms.seller());
        state.auctions.remove(auction);
        state.publisher.auction(new AuctionCancelled(id(auction), reason, at));
    }

    private @Nullable Auction find(OrderId auction) {
        return auction.market() == state.market ? state.auctions.find(auction.position()) : null;
    }

    private OrderId id(Auction auction) {
        return new OrderId(state.market, auction.terms().number());
    }

    private static Refusal notOpen(OrderId auction) {
        return new Refusal(
                RejectionCode.AUCTION_NOT_OPEN,
                "auction",
                "No auction " + auction + " takes this now.");
    }
}
