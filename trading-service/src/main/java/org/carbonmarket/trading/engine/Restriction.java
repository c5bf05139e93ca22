package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.trading.engine.positions.Account;

/** Ends everything an account has open, by whatever trading method, when it may trade no more. */
final class Restriction {

    private final ListedTrading listed;
    private final BlockTrading blocks;

    Restriction(ListedTrading listed, BlockTrading blocks) {
        this.listed = listed;
        this.blocks = blocks;
    }

    void endAllOf(Account account, OffsetDateTime at) {
        listed.cancelAllOf(account, CancelReason.ACCOUNT_RESTRICTED, at);
        blocks.endAllOf(account, BlockEnd.ACCOUNT_RESTRICTED, at);
    }
}
