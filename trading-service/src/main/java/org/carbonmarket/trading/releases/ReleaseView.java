package org.carbonmarket.trading.releases;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A release and what became of it.
 *
 * @param released what left trading, once it has
 * @param code why it was refused, with {@code detail}
 */
@Schema(name = "Release")
record ReleaseView(
        String command,
        AccountId account,
        ReleaseState state,
        @JsonRawValue @Schema(implementation = FundsReleased.class) @Nullable String released,
        @Nullable String code,
        @Nullable String detail) {

    /** Where a release stands. */
    enum ReleaseState {
        /** The market has not answered yet, as far as the projection knows. */
        PENDING,
        RELEASED,
        REFUSED
    }

    static ReleaseView pending(String command, AccountId account) {
        return new ReleaseView(command, account, ReleaseState.PENDING, null, null, null);
    }
}
