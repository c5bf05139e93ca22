package org.carbonmarket.trading.engine.auction;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonmarket.trading.engine.positions.Accounts;
import org.carbonmarket.trading.engine.session.Products;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** The auctions that are announced and have not ended, in the order they were announced. */
public final class Auctions {

    private final SortedMap<Long, Auction> byNumber = new TreeMap<>();

    public void add(Auction auction) {
        byNumber.put(auction.terms().number(), auction);
    }

    public void remove(Auction auction) {
        byNumber.remove(auction.terms().number());
    }

    public @Nullable Auction find(long number) {
        return byNumber.get(number);
    }

    /** The auction a standing bid was made in. */
    public @Nullable Auction withBid(long number) {
        return all().stream()
                .filter(auction -> auction.bid(number) != null)
                .findFirst()
                .orElse(null);
    }

    public List<Auction> all() {
        return List.copyOf(byNumber.values());
    }

    public void write(SnapshotWriter to) {
        to.int32(byNumber.size());
        byNumber.values().forEach(auction -> auction.write(to));
    }

    public static Auctions read(Accounts accounts, Products products, SnapshotReader from) {
        Auctions auctions = new Auctions();
        for (int left = from.count(); left > 0; left--) {
            auctions.add(Auction.read(accounts, products, from));
        }
        return auctions;
    }
}
