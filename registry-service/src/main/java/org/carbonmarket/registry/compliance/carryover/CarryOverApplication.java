package org.carbonmarket.registry.compliance.carryover;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * An application to carry allowances over: locked when filed, carried on a registry operator's
 * approval.
 *
 * @param year the year whose product they become
 * @param posting of the carrying over, absent until then
 */
record CarryOverApplication(
        String carryOver,
        AccountId account,
        int year,
        ProductCode product,
        ProductCode into,
        Tonnes tonnes,
        State state,
        String filedBy,
        OffsetDateTime filedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable Long posting) {

    /** How far an application is. */
    enum State {
        FILED,
        CARRIED,
        REFUSED
    }

    long number() {
        return Long.parseLong(carryOver.substring("CO-".length()));
    }

    CarryOverApplication decided(
            State next, String actor, OffsetDateTime at, @Nullable Long byPosting) {
        return new CarryOverApplication(
                carryOver, account, year, product, into, tonnes, next, filedBy, filedAt, actor, at,
                byPosting);
    }
}
