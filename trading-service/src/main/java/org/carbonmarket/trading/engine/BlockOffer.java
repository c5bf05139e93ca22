package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.positions.Account;
import org.jspecify.annotations.Nullable;

/**
 * A block offer that stands.
 *
 * @param order its terms, and the value it keeps reserved
 * @param counterparty whom alone it is made to; absent: published to all
 * @param inReplyTo the number of the offer it counters, {@link #FIRST} for a first offer
 * @param negotiation the number of the first offer of its negotiation, its own for a first offer
 * @param goodUntil when it expires; absent: at the close
 */
record BlockOffer(
        OpenOrder order,
        @Nullable Account counterparty,
        long inReplyTo,
        long negotiation,
        @Nullable OffsetDateTime goodUntil) {

    static final long FIRST = -1;

    long number() {
        return order.number();
    }

    Account account() {
        return order.account();
    }

    /** The side of whoever takes it. */
    Side otherSide() {
        return order.side() == Side.BUY ? Side.SELL : Side.BUY;
    }

    /** Whether this account may take it: it is made to it, or to everybody. */
    boolean isMadeTo(Account other) {
        return counterparty == null || counterparty == other;
    }

    boolean isExpiredAt(OffsetDateTime time) {
        return goodUntil != null && !time.isBefore(goodUntil);
    }
}
