package org.carbonmarket.trading.engine.model;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.model.ReferenceState.Offer;
import org.jspecify.annotations.Nullable;

/** What steps of block trading must pass. */
record ReferenceBlockRules(ReferenceState state) {

    private static final int AFTERNOON = 4;
    private static final long MOST = 1_000_000_000_000L;

    @Nullable No inSession() {
        boolean on = state.phases == AFTERNOON && !state.halted;
        return No.unless(on, RejectionCode.MARKET_NOT_OPEN, null);
    }

    @Nullable No openTo(@Nullable ReferenceAccount account, @Nullable Offer offer) {
        if (offer != null && offer.order().account == account) {
            return new No(RejectionCode.SELF_TRADE, "offer");
        }
        boolean open =
                offer != null && (offer.counterparty() == null || offer.counterparty() == account);
        return No.unless(open, RejectionCode.OFFER_NOT_OPEN, "offer");
    }

    @Nullable No laterToday(@Nullable OffsetDateTime until, OffsetDateTime now) {
        OffsetDateTime end =
                state.openedDay().atTime(LocalTime.MAX).atOffset(ZoneOffset.ofHours(8));
        return No.unless(
                until == null || (until.isAfter(now) && !until.isAfter(end)),
                RejectionCode.TIME_OUT_OF_RANGE,
                "goodUntil");
    }

    @Nullable No terms(ReferenceOrder order, List<Offer> freed) {
        ReferenceProduct product = order.product;
        return No.first(
                () ->
                        No.unless(
                                order.quantity >= state.rules.smallestBlock()
                                        && order.quantity <= MOST,
                                RejectionCode.QUANTITY_OUT_OF_RANGE,
                                "quantity"),
                () ->
                        No.unless(
                                order.price >= product.lowerBlock
                                        && order.price <= product.upperBlock,
                                RejectionCode.PRICE_OUTSIDE_LIMITS,
                                "price"),
                () -> value(order, freed));
    }

    /** Covered, and within the position limit, once the account's freed offers have ended. */
    @Nullable No value(ReferenceOrder order, List<Offer> freed) {
        long tonnes = freed.stream().mapToLong(o -> o.order().remaining).sum();
        if (!order.buys()) {
            return state.coversSale(order.account, order.product, tonnes, order.quantity);
        }
        long fen = freed.stream().mapToLong(o -> o.order().reserved(state.rules)).sum();
        return No.first(
                () ->
                        state.coversPurchase(
                                order.account,
                                fen,
                                order.needs(state.rules, order.price, order.quantity)),
                () -> state.keepsLimit(order.account, order.product, tonnes, order.quantity));
    }
}
