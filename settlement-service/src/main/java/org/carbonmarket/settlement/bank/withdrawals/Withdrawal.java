package org.carbonmarket.settlement.bank.withdrawals;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way out: frozen when asked for, gone when the bank has paid it.
 *
 * @param firstApprovedBy the first of two operators, where the amount needs two
 * @param decidedBy who ended it, or the last who approved it
 * @param paymentOrder the order the bank was sent; null when it was paid by hand
 * @param bankReference the bank's reference of the payment
 * @param reason why it was refused, rejected or is held
 */
public record Withdrawal(
        String withdrawal,
        AccountId account,
        Money amount,
        State state,
        String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable String firstApprovedBy,
        @Nullable OffsetDateTime firstApprovedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String paymentOrder,
        @Nullable String bankReference,
        @Nullable String reason) {

    /** Life of a withdrawal. */
    public enum State {
        /** The money is frozen; an operator decides. */
        REQUESTED,
        /** A hold stands on the account; nobody decides before it is lifted. */
        HELD,
        /** Approved, and the bank was sent a payment order. */
        ORDERED,
        /** The bank paid. */
        PAID,
        /** An operator refused; the money is available again. */
        REFUSED,
        /** The bank refused; the money is available again. */
        REJECTED
    }

    /** The ledger's number of the request, which orders lists. */
    long posting() {
        return Long.parseLong(withdrawal.substring(withdrawal.indexOf('-') + 1));
    }

    static Withdrawal requested(
            long posting, AccountId account, Money amount, String actor, OffsetDateTime at) {
        return new Withdrawal(
                "WD-" + posting,
                account,
                amount,
                State.REQUESTED,
                actor,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Withdrawal held(String why) {
        return with(State.HELD, decidedBy, decidedAt, why);
    }

    Withdrawal firstApproved(String actor, OffsetDateTime at) {
        return new Withdrawal(
                withdrawal,
                account,
                amount,
                state,
                requestedBy,
                requestedAt,
                actor,
                at,
                decidedBy,
                decidedAt,
                paymentOrder,
                bankReference,
                reason);
    }

    Withdrawal ordered(String order, String actor, OffsetDateTime at) {
        return ended(State.ORDERED, actor, at, order, null);
    }

    Withdrawal paid(String reference, String actor, OffsetDateTime at) {
        return ended(State.PAID, actor, at, paymentOrder, reference);
    }

    /** Refused by an operator or rejected by the bank. */
    Withdrawal givenBack(State how, String actor, OffsetDateTime at, @Nullable String why) {
        return with(how, actor, at, why);
    }

    private Withdrawal ended(
            State how,
            String actor,
            OffsetDateTime at,
            @Nullable String order,
            @Nullable String reference) {
        return new Withdrawal(
                withdrawal,
                account,
                amount,
                how,
                requestedBy,
                requestedAt,
                firstApprovedBy,
                firstApprovedAt,
                actor,
                at,
                order,
                reference,
                reason);
    }

    private Withdrawal with(
            State how, @Nullable String actor, @Nullable OffsetDateTime at, @Nullable String why) {
        return new Withdrawal(
                withdrawal,
                account,
                amount,
                how,
                requestedBy,
                requestedAt,
                firstApprovedBy,
                firstApprovedAt,
                actor,
                at,
                paymentOrder,
                bankReference,
                why);
    }
}
