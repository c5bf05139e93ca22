package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.AuctionEvent.AuctionEnded;
import org.carbonmarket.events.trading.BidEvent.BidEnd;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.auction.Auction;
import org.carbonmarket.trading.engine.auction.Award;
import org.carbonmarket.trading.engine.auction.Bid;
import org.carbonmarket.trading.engine.auction.OpenedBid;
import org.carbonmarket.trading.engine.auction.SealedBid;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.jspecify.annotations.Nullable;

/** The end of one auction: its bids are opened, the awarded ones trade, and the rest goes back. */
final class AuctionResult {

    private final MarketState state;
    private final Trades trades;
    private final Auction auction;
    private final Auction.Terms terms;
    private final OffsetDateTime at;
    private final Map<Account, Long> bidFor = new HashMap<>();
    private long amount;

    AuctionResult(MarketState state, Trades trades, Auction auction, OffsetDateTime at) {
        this.state = state;
        this.trades = trades;
        this.auction = auction;
        this.terms = auction.terms();
        this.at = at;
    }

    void award(String openingKey) {
        List<OpenedBid> opened = new ArrayList<>();
        for (Bid bid : auction.bids()) {
            opened.add(open(bid, openingKey));
        }
        List<OpenedBid> valid = opened.stream().filter(OpenedBid::isValid).toList();
        List<Award> awards = Award.of(terms.quantity(), terms.pricing(), valid);
        OpenOrder sale = sale();
        Set<OpenedBid> awarded = new HashSet<>();
        for (Award award : awards) {
            trade(award, sale);
            awarded.add(award.bid());
        }
        sale.unreserve();
        for (OpenedBid bid : opened) {
            if (!awarded.contains(bid)) {
                bid.bid().account().unreserve(bid.bid().reserved());
                state.touch(bid.bid().account());
                ended(bid, bid.isValid() ? BidEnd.NOT_AWARDED : BidEnd.INVALID, 0, 0);
            }
        }
        publish(awards, valid.size(), sale.remaining());
    }

    /** The seller's side as one order over everything that was on sale. */
    private OpenOrder sale() {
        OpenOrder sale =
                new OpenOrder(
                        terms.number(),
                        terms.seller(),
                        terms.product(),
                        Side.SELL,
                        terms.reservePrice(),
                        terms.quantity());
        terms.seller().holdingToChange(terms.product().index()).unreserve(terms.quantity());
        sale.reserve(state.rules);
        state.touch(terms.seller());
        return sale;
    }

    private OpenedBid open(Bid bid, String openingKey) {
        SealedBid said =
                SealedBid.open(
                        bid.sealed(), openingKey, terms.sealingKey(), id(), bid.account().id());
        return new OpenedBid(bid, said, said != null && takesPart(bid, said));
    }

    /** A bid counts when it keeps the reserve price, its money and the account's position limit. */
    private boolean takesPart(Bid bid, SealedBid said) {
        boolean isInRange =
                said.price() >= terms.reservePrice()
                        && said.price() <= Capacity.PRICE
                        && said.quantity() >= 1
                        && said.quantity() <= terms.quantity();
        if (!isInRange
                || OpenOrder.cost(state.rules, said.price(), said.quantity()) > bid.reserved()) {
            return false;
        }
        Holding holding = bid.account().holding(terms.product().index());
        long before = bidFor.getOrDefault(bid.account(), 0L);
        long reach = Math.addExact(Math.addExact(holding.total(), holding.buying()), before);
        if (said.quantity() > terms.product().positionLimit() - reach) {
            return false;
        }
        bidFor.put(bid.account(), before + said.quantity());
        return true;
    }

    /** The bid becomes an order at the awarded price; what it put aside beyond that is free. */
    private void trade(Award award, OpenOrder sale) {
        Bid bid = award.bid().bid();
        bid.account().unreserve(bid.reserved());
        OpenOrder order =
                new OpenOrder(
                        bid.number(),
                        bid.account(),
                        terms.product(),
                        Side.BUY,
                        award.price(),
                        award.tonnes());
        order.reserve(state.rules);
        state.touch(bid.account());
        trades.make(
                TradingMethod.AUCTION, order, sale, Side.BUY, award.price(), award.tonnes(), at);
        terms.product().figures().tradedInAuction(award.tonnes(), order.traded());
        amount = Math.addExact(amount, order.traded());
        boolean isWhole = award.tonnes() == award.bid().terms().quantity();
        ended(
                award.bid(),
                isWhole ? BidEnd.FILLED : BidEnd.PARTLY_FILLED,
                award.tonnes(),
                order.traded());
    }

    private void ended(OpenedBid bid, BidEnd reason, long filled, long paid) {
        SealedBid said = bid.said();
        state.publisher.order(
                new BidEnded(
                        null,
                        new OrderId(state.market, bid.bid().number()),
                        bid.bid().account().id(),
                        id(),
                        reason,
                        said == null ? null : priceOrNone(said.price()),
                        said == null ? null : tonnesOrNone(said.quantity()),
                        Tonnes.of(filled),
                        Money.ofFen(paid),
                        at));
    }

    private static @Nullable Price priceOrNone(long fen) {
        return fen < 1 || fen > Capacity.PRICE ? null : Price.ofFen(fen);
    }

    private static @Nullable Tonnes tonnesOrNone(long tonnes) {
        return tonnes < 1 ? null : Tonnes.of(tonnes);
    }

    private void publish(List<Award> awards, int bids, long unsold) {
        state.publisher.auction(
                new AuctionEnded(
                        id(),
                        state.day.openedDay(),
                        terms.product().code(),
                        Tonnes.of(terms.quantity() - unsold),
                        Tonnes.of(unsold),
                        Money.ofFen(amount),
                        awards.isEmpty() ? null : Price.ofFen(awards.getLast().price()),
                        bids,
                        at));
    }

    private OrderId id() {
        return new OrderId(state.market, terms.number());
    }
}
