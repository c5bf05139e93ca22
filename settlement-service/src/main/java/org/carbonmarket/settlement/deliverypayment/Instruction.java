package org.carbonmarket.settlement.deliverypayment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.jspecify.annotations.Nullable;

/**
 * What settlement has to do for one trade, or for the reversal of one, and how far it is. A step
 * that was done is not done again; a step out of order contradicts the books and is an error.
 *
 * @param trade its own number, a reversal's too
 * @param buyer who bought, and of a reversal who had bought: then it gives the allowances back
 * @param seller who sold, and of a reversal who had sold: then it gives the amount back
 * @param voids the trade that this reverses; null for a trade
 * @param cause why it failed, or is about to
 * @param answeredAt when the registry locked or rejected
 * @param endedAt when it was paid or failed
 * @param deliveredAt when the registry delivered or undid
 */
public record Instruction(
        TradeId trade,
        LocalDate day,
        ProductCode product,
        Tonnes tonnes,
        Money amount,
        AccountId buyer,
        AccountId seller,
        Money buyerFee,
        Money sellerFee,
        @Nullable TradeId voids,
        State state,
        @Nullable String cause,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable OffsetDateTime deliveredAt) {

    /** The payer's money in trading is less than it has to pay. */
    static final String FUNDS_SHORT = "FUNDS_SHORT";

    /** The registry's word that the deliverer's allowances in trading are fewer. */
    static final String HOLDING_SHORT = "HOLDING_SHORT";

    /** The trade to be reversed was never paid: there is nothing to give back. */
    static final String VOIDED_TRADE_NOT_SETTLED = "VOIDED_TRADE_NOT_SETTLED";

    /** Life of an instruction. */
    public enum State {
        /** The registry was asked to lock the seller's allowances. */
        REQUESTED,
        /** Locked; paid when its turn comes. */
        LOCKED,
        /** Not locked; fails when its turn comes. */
        REJECTED,
        /** Paid against locked allowances. */
        SETTLED,
        FAILED,
        /** Settled, and the allowances are the buyer's. */
        DELIVERED,
        /** Failed, and the locked allowances are the seller's again. */
        UNDONE;

        boolean isAnswered() {
            return this != REQUESTED;
        }

        boolean isPaid() {
            return this == SETTLED || this == DELIVERED;
        }

        boolean isFailed() {
            return this == FAILED || this == UNDONE;
        }

        /** Rejected now, or before: then the answer comes again. */
        boolean mayBeRejected() {
            return this == REQUESTED || this == REJECTED || isFailed();
        }

        boolean isInTurn() {
            return this == LOCKED || this == REJECTED;
        }
    }

    static Instruction requested(ExecutionEvent execution, OffsetDateTime now) {
        return switch (execution) {
            case ExecutionRecorded trade ->
                    new Instruction(
                            trade.trade(),
                            trade.day(),
                            trade.product(),
                            trade.quantity(),
                            trade.amount(),
                            trade.buyer(),
                            trade.seller(),
                            trade.buyerFee(),
                            trade.sellerFee(),
                            null,
                            State.REQUESTED,
                            null,
                            now,
                            null,
                            null,
                            null);
            case ExecutionVoided reversal ->
                    new Instruction(
                            reversal.trade(),
                            reversal.day(),
                            reversal.product(),
                            reversal.quantity(),
                            reversal.amount(),
                            reversal.buyer(),
                            reversal.seller(),
                            reversal.buyerFee(),
                            reversal.sellerFee(),
                            reversal.voided(),
                            State.REQUESTED,
                            null,
                            now,
                            null,
                            null,
                            null);
        };
    }

    /** Who gives the allowances. */
    AccountId deliverer() {
        return voids == null ? seller : buyer;
    }

    /** Who gets the allowances, and gives the amount for them. */
    AccountId payer() {
        return voids == null ? buyer : seller;
    }

    /** Whether trading says the same of this trade as it did before. */
    boolean agreesWith(ExecutionEvent execution) {
        return requested(execution, requestedAt)
                .equals(with(State.REQUESTED, null, null, null, null));
    }

    /** Whether the registry locked what was asked for, and had not refused to before. */
    boolean isLockedBy(DeliveryLocked locked) {
        return state != State.REJECTED
                && locked.seller().equals(deliverer())
                && locked.product().equals(product)
                && locked.tonnes().equals(tonnes);
    }

    DeliveryRequested request() {
        return new DeliveryRequested(trade, deliverer(), payer(), product, tonnes, requestedAt);
    }

    /** The registry's answer: locked when {@code rejection} is null. */
    Instruction answered(@Nullable String rejection, OffsetDateTime now) {
        State answer = rejection == null ? State.LOCKED : State.REJECTED;
        return with(answer, rejection, now, null, null);
    }

    Instruction settled(OffsetDateTime now) {
        return with(State.SETTLED, null, answeredAt, now, null);
    }

    Instruction failed(String reason, OffsetDateTime now) {
        return with(State.FAILED, reason, answeredAt, now, null);
    }

    /** The registry's last word: delivered after a payment, undone after a failure. */
    Instruction concluded(OffsetDateTime now) {
        return switch (state) {
            case SETTLED -> with(State.DELIVERED, null, answeredAt, endedAt, now);
            case FAILED -> with(State.UNDONE, cause, answeredAt, endedAt, now);
            case DELIVERED, UNDONE -> this;
            case REQUESTED, LOCKED, REJECTED ->
                    throw new IllegalStateException(
                            "trade " + trade + " was concluded before it ended");
        };
    }

    /** How it ended. */
    SettlementEvent outcome(boolean locked, OffsetDateTime now) {
        if (state != State.SETTLED) {
            return failure(cause == null ? "UNKNOWN" : cause, locked, now);
        }
        return voids == null
                ? new TradeSettled(
                        trade, buyer, seller, product, tonnes, amount, buyerFee, sellerFee, now)
                : new TradeReversed(
                        trade, voids, buyer, seller, product, tonnes, amount, buyerFee, sellerFee,
                        now);
    }

    /** Told of who was to pay as the buyer, of who was to deliver as the seller. */
    private SettlementFailed failure(String why, boolean locked, OffsetDateTime now) {
        return new SettlementFailed(
                trade,
                payer(),
                deliverer(),
                product,
                tonnes,
                amount,
                voids == null ? buyerFee : sellerFee,
                voids == null ? sellerFee : buyerFee,
                why,
                locked,
                atFault(why),
                now);
    }

    /** The account that could not pay or deliver, if it was one of them. */
    private @Nullable AccountId atFault(String why) {
        return switch (why) {
            case FUNDS_SHORT -> payer();
            case HOLDING_SHORT -> deliverer();
            default -> null;
        };
    }

    private Instruction with(
            State next,
            @Nullable String why,
            @Nullable OffsetDateTime answered,
            @Nullable OffsetDateTime ended,
            @Nullable OffsetDateTime delivered) {
        return new Instruction(
                trade,
                day,
                product,
                tonnes,
                amount,
                buyer,
                seller,
                buyerFee,
                sellerFee,
                voids,
                next,
                why,
                requestedAt,
                answered,
                ended,
                delivered);
    }
}
