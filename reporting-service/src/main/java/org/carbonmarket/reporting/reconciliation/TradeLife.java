package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/**
 * What everybody said about one trade. Lives of the same trade add up in any order.
 *
 * @param product the product, buyer and seller as far as any event named them
 * @param traded the terms as published
 * @param executed the same terms on the private side, and what follows from them
 * @param ended what was settled or failed
 */
record TradeLife(
        TradeId trade,
        @Nullable String product,
        @Nullable String buyer,
        @Nullable String seller,
        Said traded,
        Executed executed,
        Ended ended,
        Said locked,
        int rejectedTimes,
        Said delivered,
        Said undone) {

    // Where the parties stand in what settlement says ...
    private static final int BUYER = 0;
    private static final int SELLER = 1;
    private static final int PRODUCT = 2;
    // ... and in what the registry says: seller, product, tonnes, with the buyer after the seller
    // once delivered.
    private static final int LEG_SELLER = 0;
    private static final int LEG_BUYER = 1;
    private static final int LEG_PRODUCT = 1;

    /** Something said, and how often. */
    record Said(@Nullable String text, int times) {

        static final Said NOTHING = new Said(null, 0);

        static Said once(Object... parts) {
            return new Said(Texts.of(parts), 1);
        }

        Said and(Said other) {
            return new Said(Texts.least(text, other.text), Math.addExact(times, other.times));
        }

        boolean differsFrom(@Nullable String expected) {
            return text != null && expected != null && !text.equals(expected);
        }
    }

    /**
     * The execution, and what it makes others do.
     *
     * @param parties what is to be settled
     * @param lockLeg what is to be locked
     * @param deliveryLeg what is to be delivered
     */
    record Executed(
            Said terms,
            @Nullable String parties,
            @Nullable String lockLeg,
            @Nullable String deliveryLeg) {

        static final Executed NOT = new Executed(Said.NOTHING, null, null, null);

        Executed and(Executed other) {
            return new Executed(
                    terms.and(other.terms),
                    Texts.least(parties, other.parties),
                    Texts.least(lockLeg, other.lockLeg),
                    Texts.least(deliveryLeg, other.deliveryLeg));
        }
    }

    /** How it ended. */
    record Ended(@Nullable String said, int settledTimes, int failedTimes, boolean failedLocked) {

        static final Ended NOT = new Ended(null, 0, 0, false);

        Ended and(Ended other) {
            return new Ended(
                    Texts.least(said, other.said),
                    Math.addExact(settledTimes, other.settledTimes),
                    Math.addExact(failedTimes, other.failedTimes),
                    failedLocked || other.failedLocked);
        }

        int times() {
            return settledTimes + failedTimes;
        }
    }

    static TradeLife unknown(TradeId trade) {
        return new TradeLife(
                trade,
                null,
                null,
                null,
                Said.NOTHING,
                Executed.NOT,
                Ended.NOT,
                Said.NOTHING,
                0,
                Said.NOTHING,
                Said.NOTHING);
    }

    TradeLife and(TradeLife other) {
        return new TradeLife(
                trade,
                Texts.least(product, other.product),
                Texts.least(buyer, other.buyer),
                Texts.least(seller, other.seller),
                traded.and(other.traded),
                executed.and(other.executed),
                ended.and(other.ended),
                locked.and(other.locked),
                Math.addExact(rejectedTimes, other.rejectedTimes),
                delivered.and(other.delivered),
                undone.and(other.undone));
    }

    TradeLife between(@Nullable String named, @Nullable String buying, @Nullable String selling) {
        return new TradeLife(
                trade,
                named,
                buying,
                selling,
                traded,
                executed,
                ended,
                locked,
                rejectedTimes,
                delivered,
                undone);
    }

    TradeLife withTraded(Said said) {
        return new TradeLife(
                trade,
                product,
                buyer,
                seller,
                said,
                executed,
                ended,
                locked,
                rejectedTimes,
                delivered,
                undone);
    }

    TradeLife withExecuted(Executed said) {
        return new TradeLife(
                trade,
                product,
                buyer,
                seller,
                traded,
                said,
                ended,
                locked,
                rejectedTimes,
                delivered,
                undone);
    }

    TradeLife withEnded(Ended said) {
        return new TradeLife(
                trade,
                product,
                buyer,
                seller,
                traded,
                executed,
                said,
                locked,
                rejectedTimes,
                delivered,
                undone);
    }

    TradeLife withLocked(Said said) {
        return new TradeLife(
                trade,
                product,
                buyer,
                seller,
                traded,
                executed,
                ended,
                said,
                rejectedTimes,
                delivered,
                undone);
    }

    TradeLife withRejected() {
        return new TradeLife(
                trade, product, buyer, seller, traded, executed, ended, locked, 1, delivered,
                undone);
    }

    TradeLife withDelivered(Said said) {
        return new TradeLife(
                trade,
                product,
                buyer,
                seller,
                traded,
                executed,
                ended,
                locked,
                rejectedTimes,
                said,
                undone);
    }

    TradeLife withUndone(Said said) {
        return new TradeLife(
                trade,
                product,
                buyer,
                seller,
                traded,
                executed,
                ended,
                locked,
                rejectedTimes,
                delivered,
                said);
    }

    /** Accounts that any of the deeds so far touched. */
    List<String> namedParties() {
        List<String> named = new ArrayList<>();
        name(named, buyer);
        name(named, seller);
        name(named, part(ended.said(), BUYER));
        name(named, part(ended.said(), SELLER));
        name(named, part(locked.text(), LEG_SELLER));
        name(named, part(delivered.text(), LEG_SELLER));
        name(named, part(delivered.text(), LEG_BUYER));
        name(named, part(undone.text(), LEG_SELLER));
        return named;
    }

    /** Products that any of the deeds so far touched. */
    List<String> namedProducts() {
        List<String> named = new ArrayList<>();
        name(named, product);
        name(named, part(ended.said(), PRODUCT));
        name(named, part(locked.text(), LEG_PRODUCT));
        name(named, part(delivered.text(), PRODUCT));
        name(named, part(undone.text(), LEG_PRODUCT));
        return named;
    }

    private static void name(List<String> named, @Nullable String found) {
        if (found != null) {
            named.add(found);
        }
    }

    private static @Nullable String part(@Nullable String said, int index) {
        return said == null ? null : Texts.part(said, index);
    }

    /** Traded, and settlement has not said how it ended. */
    boolean isUnsettled() {
        return executed.terms().times() > 0 && ended.times() == 0;
    }

    /** Settlement has spoken, and the registry has not done its part. */
    boolean isUndelivered() {
        return ended.times() > 0 && delivered.times() + undone.times() == 0;
    }
}
