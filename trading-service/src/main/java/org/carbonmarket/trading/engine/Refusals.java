package org.carbonmarket.trading.engine;

import java.util.Locale;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.jspecify.annotations.Nullable;

/** The refusals that orders and releases share. */
final class Refusals {

    private Refusals() {}

    static @Nullable Refusal unlessMayTrade(@Nullable Account account, AccountId id) {
        if (account != null && account.mayTrade()) {
            return null;
        }
        String why =
                account != null && account.isActive()
                        ? " owes this market the value of a trade that was undone."
                        : " is not active in this market.";
        return new Refusal(RejectionCode.ACCOUNT_NOT_ACTIVE, "account", "The account " + id + why);
    }

    /** Bought today and sellable tomorrow is told apart from not there at all. */
    static @Nullable Refusal unlessSellable(Holding holding, long tonnes, ProductCode product) {
        if (tonnes <= holding.sellable()) {
            return null;
        }
        boolean fromTomorrow = tonnes - holding.sellable() <= holding.boughtToday();
        return fromTomorrow
                ? new Refusal(
                        RejectionCode.ALLOWANCES_BOUGHT_TODAY,
                        "quantity",
                        "%d t of %s are sellable; the rest was bought today and is sellable from the next trading day."
                                .formatted(holding.sellable(), product))
                : new Refusal(
                        RejectionCode.ALLOWANCES_INSUFFICIENT,
                        "quantity",
                        "%d t of %s are sellable, not %d t."
                                .formatted(holding.sellable(), product, tonnes));
    }

    static String inWords(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
