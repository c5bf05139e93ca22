package org.carbonmarket.settlement.statements;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A participant's objection to a day's statement.
 *
 * @param answer the operator's; null while it waits
 */
record Objection(
        long objection,
        AccountId account,
        LocalDate day,
        String text,
        String filedBy,
        OffsetDateTime filedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt) {}
