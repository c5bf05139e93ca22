package org.carbonmarket.trading.engine.auction;

import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/**
 * A sealed bid that stands.
 *
 * @param number its command's position on the log: earlier bids have lower ones
 * @param reserved the money put aside for it, in fen
 * @param sealed see {@link SealedBid}
 */
public record Bid(long number, Account account, long reserved, String sealed) {

    void write(SnapshotWriter to) {
        to.int64(number);
        to.int32(account.index());
        to.int64(reserved);
        to.text(sealed);
    }
}
