package org.carbonmarket.registry.determination;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.determination.DeterminedEntity.State;
import org.carbonmarket.registry.province.Route;
import org.jspecify.annotations.Nullable;

/**
 * What is posted for one entity: the difference between what it is due and what it has.
 *
 * @param route where it goes
 * @param moved issued, or taken back when negative
 * @param shortBy tonnes that should be taken back and are no longer there
 * @param posting the posting's number, 0 while there is none
 */
record EntityMove(AccountId account, Route route, long moved, long shortBy, long posting) {

    /** An allocation that cannot be posted. */
    static EntityMove barred(AccountId account, Route.Barred why) {
        return new EntityMove(account, why, 0, 0, 0);
    }

    /**
     * @param difference due less what the entity has
     * @param available what can be taken back of the entity's own holding
     */
    static EntityMove of(AccountId account, Route route, long difference, long available) {
        if (difference >= 0) {
            return new EntityMove(account, route, difference, 0, 0);
        }
        long takenBack = Math.min(available, -difference);
        return new EntityMove(account, new Route.Own(), -takenBack, -difference - takenBack, 0);
    }

    EntityMove postedAs(long number) {
        return new EntityMove(account, route, moved, shortBy, number);
    }

    /** The account whose holding changes. */
    AccountId holder() {
        return switch (route) {
            case Route.Kept(var provincial) -> provincial;
            case Route.Own _, Route.Barred _ -> account;
        };
    }

    State state() {
        return route instanceof Route.Barred ? State.REFUSED : State.POSTED;
    }

    @Nullable String heldBy() {
        return route instanceof Route.Kept(var provincial) && moved > 0 ? provincial.value() : null;
    }

    /** Why less was moved than due, null when all was. */
    @Nullable String cause() {
        if (route instanceof Route.Barred barred) {
            return barred.code();
        }
        return shortBy > 0 ? "HOLDING_SHORT" : null;
    }
}
