package org.carbonmarket.settlement.bank.withdrawals;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account from which nothing is paid out.
 *
 * @param liftedBy a second person; null while the hold stands
 */
record WithdrawalHold(
        long hold,
        AccountId account,
        String reason,
        String placedBy,
        OffsetDateTime placedAt,
        @Nullable String liftedBy,
        @Nullable OffsetDateTime liftedAt) {}
