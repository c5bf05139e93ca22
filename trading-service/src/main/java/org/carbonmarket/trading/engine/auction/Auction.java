package org.carbonmarket.trading.engine.auction;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.trading.AuctionPricing;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Accounts;
import org.carbonmarket.trading.engine.session.Product;
import org.carbonmarket.trading.engine.session.Products;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** An auction from its announcement to its end, with the bids that stand. */
public final class Auction {

    /**
     * What was announced and does not change.
     *
     * @param number its command's position on the log
     * @param quantity on sale, in tonnes, reserved of the seller's holding
     * @param reservePrice the least price, in fen
     */
    public record Terms(
            long number,
            Account seller,
            Product product,
            long quantity,
            long reservePrice,
            AuctionPricing pricing,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt,
            String sealingKey) {

        /** The trading day it belongs to. */
        public LocalDate day() {
            return closesAt.toLocalDate();
        }
    }

    private final Terms terms;

    /** Who may bid; empty: every active account. In order, so that a snapshot is canonical. */
    private final SortedSet<String> invited = new TreeSet<>();

    private final List<Bid> bids = new ArrayList<>();

    public Auction(Terms terms, List<AccountId> bidders) {
        this.terms = terms;
        bidders.forEach(bidder -> invited.add(bidder.value()));
    }

    public Terms terms() {
        return terms;
    }

    public boolean isInvitedOnly() {
        return !invited.isEmpty();
    }

    public void admit(AccountId bidder) {
        invited.add(bidder.value());
    }

    /** The seller never bids in its own auction. */
    public boolean admits(Account bidder) {
        return bidder != terms.seller()
                && (invited.isEmpty() || invited.contains(bidder.id().value()));
    }

    public boolean isOpenAt(OffsetDateTime time) {
        return !time.isBefore(terms.opensAt()) && time.isBefore(terms.closesAt());
    }

    public boolean isOverAt(OffsetDateTime time) {
        return !time.isBefore(terms.closesAt());
    }

    /** In the order they came. */
    public List<Bid> bids() {
        return List.copyOf(bids);
    }

    public void take(Bid bid) {
        bids.add(bid);
    }

    public @Nullable Bid bid(long number) {
        return bids.stream().filter(bid -> bid.number() == number).findFirst().orElse(null);
    }

    public void remove(Bid bid) {
        bids.remove(bid);
    }

    void write(SnapshotWriter to) {
        to.int64(terms.number());
        to.int32(terms.seller().index());
        to.int32(terms.product().index());
        to.int64(terms.quantity());
        to.int64(terms.reservePrice());
        to.choice(terms.pricing());
        to.time(terms.opensAt());
        to.time(terms.closesAt());
        to.text(terms.sealingKey());
        to.int32(invited.size());
        invited.forEach(to::text);
        to.int32(bids.size());
        bids.forEach(bid -> bid.write(to));
    }

    static Auction read(Accounts accounts, Products products, SnapshotReader from) {
        Terms terms =
                new Terms(
                        from.int64(),
                        accounts.at(from.int32()),
                        products.at(from.int32()),
                        from.int64(),
                        from.int64(),
                        from.oneOf(AuctionPricing.class),
                        from.time(),
                        from.time(),
                        from.text());
        Auction auction = new Auction(terms, List.of());
        for (int left = from.count(); left > 0; left--) {
            auction.invited.add(from.text());
        }
        for (int left = from.count(); left > 0; left--) {
            auction.take(
                    new Bid(from.int64(), accounts.at(from.int32()), from.int64(), from.text()));
        }
        return auction;
    }
}
