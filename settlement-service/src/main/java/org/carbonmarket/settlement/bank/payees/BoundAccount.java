package org.carbonmarket.settlement.bank.payees;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A participant's own bank account.
 *
 * @param holder the participant's name as the registry knows it; nobody else is paid
 * @param approvedBy a second person; null while the proposal waits
 */
record BoundAccount(
        long payee,
        AccountId account,
        String holder,
        String number,
        String bic,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime approvedAt) {}
