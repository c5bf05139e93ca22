package org.carbonmarket.trading.voiding;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to void a trade and what became of it.
 *
 * @param refusal the code the market refused it for
 */
public record VoidView(
        long proposal,
        TradeId trade,
        String reason,
        VoidState state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String refusal) {}
