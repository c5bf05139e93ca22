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
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What settlement has to do for one trade, and how far it is. A step that was done is not done
 * again; a step out of order contradicts the books and is an error.
 *
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
        State state,
        @Nullable String cause,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable OffsetDateTime deliveredAt) {

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

    static Instruction requested(ExecutionRecorded execution, OffsetDateTime now) {
        return new Instruction(
                execution.trade(),
                execution.day(),
                execution.product(),
                execution.quantity(),
                execution.amount(),
                execution.buyer(),
                execution.seller(),
                execution.buyerFee(),
                execution.sellerFee(),
                State.REQUESTED,
                null,
                now,
                null,
                null,
                null);
    }

    /** Whether trading says the same of this trade as it did before. */
    boolean agreesWith(ExecutionRecorded execution) {
        return requested(execution, requestedAt)
                .equals(with(State.REQUESTED, null, null, null, null));
    }

    /** Whether the registry locked what was asked for, and had not refused to before. */
    boolean isLockedBy(DeliveryLocked locked) {
        return state != State.REJECTED
                && locked.seller().equals(seller)
                && locked.product().equals(product)
                && locked.tonnes().equals(tonnes);
    }

    DeliveryRequested request() {
        return new DeliveryRequested(trade, seller, buyer, product, tonnes, requestedAt);
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

    /** How the trade ended. */
    SettlementEvent outcome(boolean locked, OffsetDateTime now) {
        if (state == State.SETTLED) {
            return new TradeSettled(
                    trade, buyer, seller, product, tonnes, amount, buyerFee, sellerFee, now);
        }
        return new SettlementFailed(
                trade,
                buyer,
                seller,
                product,
                tonnes,
                amount,
                buyerFee,
                sellerFee,
                cause == null ? "UNKNOWN" : cause,
                locked,
                null,
                now);
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
                next,
                why,
                requestedAt,
                answered,
                ended,
                delivered);
    }
}
