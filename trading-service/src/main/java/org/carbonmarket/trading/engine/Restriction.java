package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.trading.engine.positions.Account;

/** Ends everything an account has open, by whatever trading method, when it may trade no more. */
final class Restriction {

    private final ListedTrading listed;
    private final BlockTrading blocks;
    private final AuctionSales auctions;

    Restriction(ListedTrading listed, BlockTrading blocks, AuctionSales auctions) {
        this.listed = listed;
        this.blocks = blocks;
        this.auctions = auctions;
    }

    void endAllOf(Account account, OffsetDateTime at) {
        listed.cancelAllOf(account, CancelReason.ACCOUNT_RESTRICTED, at);
        blocks.endAllOf(account, BlockEnd.ACCOUNT_RESTRICTED, at);
        auctions.restrict(account, at);
    }
}
