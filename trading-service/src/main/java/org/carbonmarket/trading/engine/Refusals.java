package org.carbonmarket.trading.engine;

import java.util.Locale;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.carbonmarket.trading.engine.session.TradingDay;
import org.jspecify.annotations.Nullable;

/** The refusals that orders, blocks and releases share. */
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

    static @Nullable Refusal unlessOpened(@Nullable Product product, ProductCode code) {
        if (product != null && product.isOpened()) {
            return null;
        }
        String why =
                product != null && product.isListed()
                        ? " can be traded from the next trading day on."
                        : " is not traded in this market.";
        return new Refusal(RejectionCode.PRODUCT_UNKNOWN, "product", "The product " + code + why);
    }

    static @Nullable Refusal ifHalted(Product product) {
        if (!product.isHalted()) {
            return null;
        }
        return new Refusal(
                RejectionCode.PRODUCT_HALTED,
                "product",
                "Trading in " + product.code() + " is halted.");
    }

    static @Nullable Refusal unlessTakesOrders(TradingDay day) {
        if (day.takesOrders()) {
            return null;
        }
        return new Refusal(
                RejectionCode.MARKET_NOT_OPEN,
                null,
                "Orders are taken while the market is open; it is now "
                        + inWords(day.phase())
                        + ".");
    }

    static @Nullable Refusal unlessListedQuantity(MarketRules rules, long tonnes) {
        if (tonnes >= 1 && tonnes <= rules.largestOrder()) {
            return null;
        }
        return new Refusal(
                RejectionCode.QUANTITY_OUT_OF_RANGE,
                "quantity",
                "A listed order is for 1 to %d t, not %d t."
                        .formatted(rules.largestOrder(), tonnes));
    }

    static @Nullable Refusal unlessWithinLimits(Product product, Price price) {
        if (price.fen() >= product.lowerLimit().fen()
                && price.fen() <= product.upperLimit().fen()) {
            return null;
        }
        return new Refusal(
                RejectionCode.PRICE_OUTSIDE_LIMITS,
                "price",
                "The price %s is outside today's limits %s to %s."
                        .formatted(price, product.lowerLimit(), product.upperLimit()));
    }

    static Refusal selfTrade() {
        return new Refusal(
                RejectionCode.SELF_TRADE,
                null,
                "The order would trade with an open order of the same account; cancel that first.");
    }

    /** As {@link #unlessSellable(Holding, long, long, ProductCode)}, nothing being freed. */
    static @Nullable Refusal unlessSellable(Holding holding, long tonnes, ProductCode product) {
        return unlessSellable(holding, 0, tonnes, product);
    }

    /**
     * Bought today and sellable tomorrow is told apart from not there at all.
     *
     * @param freed what the same step makes sellable first
     */
    static @Nullable Refusal unlessSellable(
            Holding holding, long freed, long tonnes, ProductCode product) {
        long sellable = Math.addExact(holding.sellable(), freed);
        if (tonnes <= sellable) {
            return null;
        }
        boolean fromTomorrow = tonnes - sellable <= holding.boughtToday();
        return fromTomorrow
                ? new Refusal(
                        RejectionCode.ALLOWANCES_BOUGHT_TODAY,
                        "quantity",
                        "%d t of %s are sellable; the rest was bought today and is sellable from the next trading day."
                                .formatted(sellable, product))
                : new Refusal(
                        RejectionCode.ALLOWANCES_INSUFFICIENT,
                        "quantity",
                        "%d t of %s are sellable, not %d t.".formatted(sellable, product, tonnes));
    }

    /**
     * @param free what the account may spend, in fen
     * @param cost what it would spend, fee included
     */
    static @Nullable Refusal unlessMoneyCovers(long free, long cost) {
        if (cost <= free) {
            return null;
        }
        return new Refusal(
                RejectionCode.FUNDS_INSUFFICIENT,
                "quantity",
                "The order needs %s yuan with its fee; %s yuan are free."
                        .formatted(Money.ofFen(cost), Money.ofFen(free)));
    }

    /**
     * @param reach what the account holds and may still buy of the product
     * @param more what it would buy besides
     */
    static @Nullable Refusal unlessWithinPositionLimit(Product product, long reach, long more) {
        if (more <= product.positionLimit() - reach) {
            return null;
        }
        return new Refusal(
                RejectionCode.POSITION_LIMIT_EXCEEDED,
                "quantity",
                "The position may reach %d t of %s; with open orders it stands at %s t."
                        .formatted(product.positionLimit(), product.code(), Tonnes.of(reach)));
    }

    static Refusal orderNotOpen(OrderId order) {
        return new Refusal(
                RejectionCode.ORDER_NOT_OPEN,
                "order",
                "No open order " + order + " belongs to this account.");
    }

    /** The same answer for an offer that is over, another's affair, or never was. */
    static Refusal offerNotOpen() {
        return new Refusal(
                RejectionCode.OFFER_NOT_OPEN,
                "offer",
                "No standing block offer of that number is open to this account.");
    }

    static Refusal keyReused() {
        return new Refusal(
                RejectionCode.IDEMPOTENCY_KEY_REUSED,
                null,
                "This idempotency key came with another request today; use a new key.");
    }

    private static String inWords(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
