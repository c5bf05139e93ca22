package org.carbonmarket.registry.freezes;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * An order to hold allowances back.
 *
 * @param market where what is in trading is called back from
 * @param tonnes to be frozen
 * @param frozen so far; the rest comes when the market lets go of it
 */
record Freeze(
        String freeze,
        AccountId account,
        ProductCode product,
        Market market,
        Tonnes tonnes,
        Tonnes frozen,
        String reason,
        String document,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime approvedAt,
        @Nullable String liftProposedBy,
        @Nullable String liftedBy,
        @Nullable OffsetDateTime liftedAt) {

    /** How far a freeze is; both ways take two persons. */
    enum State {
        PROPOSED,
        IN_FORCE,
        LIFT_PROPOSED,
        LIFTED
    }

    /** What is still to be frozen. */
    Tonnes outstanding() {
        return tonnes.minus(frozen);
    }

    /** The number under which a market is asked to let go, the freeze's own. */
    String recall() {
        return freeze;
    }

    long number() {
        return Long.parseLong(freeze.substring("FZ-".length()));
    }

    /** Whether what comes back belongs to it. */
    boolean holdsBack() {
        return state == State.IN_FORCE || state == State.LIFT_PROPOSED;
    }
}
