package org.carbonmarket.settlement.bank.withdrawals;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/** Money on its way out: frozen when asked for, gone when a second person had the bank pay it. */
public record Withdrawal(
        String withdrawal,
        AccountId account,
        Money amount,
        State state,
        String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String bankReference) {

    /** Life of a withdrawal. */
    public enum State {
        REQUESTED,
        PAID,
        REFUSED
    }
}
