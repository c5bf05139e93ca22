package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.AuctionEvent;
import org.carbonmarket.events.trading.AuctionEvent.AuctionAnnounced;
import org.carbonmarket.events.trading.AuctionEvent.AuctionCancelled;
import org.carbonmarket.events.trading.AuctionEvent.AuctionEnded;
import org.carbonmarket.events.trading.BidEvent;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;

/** Auctions and bids in the database. Of each, its making comes before its end. */
@ApplicationScoped
class ProjectedAuctions {

    private static final String ANNOUNCED =
            "INSERT INTO auction (id, market, position, product, quantity, reserve_price, pricing,"
                    + " opens_at, closes_at, invited_only, sealing_key, state, announced_at,"
                    + " changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ANNOUNCED', ?, ?)";
    private static final String ENDED =
            "UPDATE auction SET state = 'ENDED', sold = ?, unsold = ?, amount = ?,"
                    + " lowest_price = ?, bids = ?, changed_at = ? WHERE id = ?";
    private static final String CANCELLED =
            "UPDATE auction SET state = 'CANCELLED', reason = ?, changed_at = ? WHERE id = ?";
    private static final String BID_PLACED =
            "INSERT INTO auction_bid (id, market, position, account, auction, reserved, state,"
                    + " filled, amount, made_at, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'SEALED', 0, 0, ?, ?)";
    private static final String BID_ENDED =
            "UPDATE auction_bid SET state = ?, price = ?, quantity = ?, filled = ?, amount = ?,"
                    + " changed_at = ? WHERE id = ?";

    private final Statements statements;

    @Inject
    ProjectedAuctions(Statements statements) {
        this.statements = statements;
    }

    void applyAuctions(List<AuctionEvent> events) {
        List<AuctionAnnounced> announced = new ArrayList<>();
        List<AuctionEnded> ended = new ArrayList<>();
        List<AuctionCancelled> cancelled = new ArrayList<>();
        for (AuctionEvent event : events) {
            switch (event) {
                case AuctionAnnounced auction -> announced.add(auction);
                case AuctionEnded auction -> ended.add(auction);
                case AuctionCancelled auction -> cancelled.add(auction);
            }
        }
        statements.forEach(ANNOUNCED, announced, ProjectedAuctions::bindAnnounced);
        statements.forEach(ENDED, ended, ProjectedAuctions::bindEnded);
        statements.forEach(CANCELLED, cancelled, ProjectedAuctions::bindCancelled);
    }

    void applyBids(List<BidEvent> events) {
        List<BidPlaced> placed = new ArrayList<>();
        List<BidEnded> ended = new ArrayList<>();
        for (BidEvent event : events) {
            switch (event) {
                case BidPlaced bid when !bid.repeated() -> placed.add(bid);
                case BidEnded bid -> ended.add(bid);
                case BidPlaced _, BidRefused _ -> {
                    // Nothing changed.
                }
            }
        }
        statements.forEach(BID_PLACED, placed, ProjectedAuctions::bindPlaced);
        statements.forEach(BID_ENDED, ended, ProjectedAuctions::bindEnded);
    }

    private static void bindAnnounced(PreparedStatement row, AuctionAnnounced auction)
            throws SQLException {
        row.setString(1, auction.auction().toString());
        row.setString(2, auction.market().name());
        row.setLong(3, auction.auction().position());
        row.setString(4, auction.product().value());
        row.setLong(5, auction.quantity().value());
        row.setLong(6, auction.reservePrice().fen());
        row.setString(7, auction.pricing().name());
        row.setObject(8, auction.opensAt());
        row.setObject(9, auction.closesAt());
        row.setBoolean(10, auction.invitedOnly());
        row.setString(11, auction.sealingKey());
        row.setObject(12, auction.at());
        row.setObject(13, auction.at());
    }

    private static void bindEnded(PreparedStatement row, AuctionEnded auction) throws SQLException {
        Price lowest = auction.lowestPrice();
        row.setLong(1, auction.sold().value());
        row.setLong(2, auction.unsold().value());
        row.setLong(3, auction.amount().fen());
        row.setObject(4, lowest == null ? null : lowest.fen());
        row.setLong(5, auction.bids());
        row.setObject(6, auction.at());
        row.setString(7, auction.auction().toString());
    }

    private static void bindCancelled(PreparedStatement row, AuctionCancelled auction)
            throws SQLException {
        row.setString(1, auction.reason());
        row.setObject(2, auction.at());
        row.setString(3, auction.auction().toString());
    }

    private static void bindPlaced(PreparedStatement row, BidPlaced bid) throws SQLException {
        row.setString(1, bid.order().toString());
        row.setString(2, bid.market().name());
        row.setLong(3, bid.order().position());
        row.setString(4, bid.account().value());
        row.setString(5, bid.auction().toString());
        row.setLong(6, bid.reserved().fen());
        row.setObject(7, bid.at());
        row.setObject(8, bid.at());
    }

    private static void bindEnded(PreparedStatement row, BidEnded bid) throws SQLException {
        Price price = bid.price();
        Tonnes quantity = bid.quantity();
        row.setString(1, bid.reason().name());
        row.setObject(2, price == null ? null : price.fen());
        row.setObject(3, quantity == null ? null : quantity.value());
        row.setLong(4, bid.filled().value());
        row.setLong(5, bid.amount().fen());
        row.setObject(6, bid.at());
        row.setString(7, bid.order().toString());
    }
}
