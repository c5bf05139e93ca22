package org.carbonmarket.trading.engine.model;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;

/** Everything the reference knows, and what follows from it by adding up. */
final class ReferenceState {

    static final Market CN = Market.CN;

    /** What came with an idempotency key, and its first answer. */
    record Kept(@Nullable String digest, OrderEvent answer) {}

    /** A block offer that stands. */
    record Offer(
            ReferenceOrder order,
            @Nullable ReferenceAccount counterparty,
            @Nullable OrderId inReplyTo,
            long negotiation,
            @Nullable OffsetDateTime goodUntil) {}

    /** A trade as it was made; a reversal has its parties exchanged and gives fees back. */
    record Trade(
            long number,
            TradingMethod method,
            ReferenceProduct product,
            ReferenceAccount buyer,
            ReferenceAccount seller,
            long price,
            long tonnes,
            long amount,
            long buyerFee,
            long sellerFee) {}

    /** Value called back; {@code product} is absent for money. */
    record Recalled(
            String recall,
            ReferenceAccount account,
            @Nullable ReferenceProduct product,
            long out) {}

    final Map<AccountId, ReferenceAccount> accounts = new LinkedHashMap<>();
    final Map<ProductCode, ReferenceProduct> products = new LinkedHashMap<>();

    /** Open listed orders in the order of their time priority. */
    final List<ReferenceOrder> orders = new ArrayList<>();

    final List<Offer> offers = new ArrayList<>();
    final List<Recalled> recalls = new ArrayList<>();
    final Map<Long, Trade> unsettled = new HashMap<>();
    final Map<Long, Trade> today = new HashMap<>();
    final Set<Long> ended = new HashSet<>();
    final Map<String, Kept> keys = new HashMap<>();
    final Map<String, Long> facts = new HashMap<>();
    final List<PublishedEvent> said = new ArrayList<>();
    ReferenceRules rules = ReferenceRules.AT_LAUNCH;
    ReferenceRules nextRules = ReferenceRules.AT_LAUNCH;
    long composite = 4_800;
    long position = -1;
    long trades;
    long recallReleases;
    @Nullable LocalDate day;
    int phases;
    boolean cleared;
    boolean halted;

    void say(PublishedEvent event) {
        said.add(event);
    }

    OrderId number(long at) {
        return new OrderId(CN, at);
    }

    LocalDate openedDay() {
        if (day == null) {
            throw new IllegalStateException("no day");
        }
        return day;
    }

    ReferenceAccount account(AccountId id) {
        return accounts.computeIfAbsent(id, ReferenceAccount::new);
    }

    ReferenceProduct product(ProductCode code) {
        return products.computeIfAbsent(code, ReferenceProduct::new);
    }

    boolean isOpen() {
        return (phases == 2 || phases == 4) && !halted;
    }

    /** Everything that keeps value reserved. */
    Stream<ReferenceOrder> open() {
        return Stream.concat(orders.stream(), offers.stream().map(Offer::order));
    }

    long reserved(ReferenceAccount account) {
        return open().filter(order -> order.account == account)
                .mapToLong(order -> order.reserved(rules))
                .sum();
    }

    long free(ReferenceAccount account) {
        return account.money - reserved(account);
    }

    long releasable(ReferenceAccount account) {
        return Math.max(0, free(account) - account.unsettled);
    }

    long spendable(ReferenceAccount account) {
        return Math.max(0, free(account) - recalled(account, null));
    }

    long recalled(ReferenceAccount account, @Nullable ReferenceProduct product) {
        return recalls.stream()
                .filter(recall -> recall.account == account && recall.product == product)
                .mapToLong(Recalled::out)
                .sum();
    }

    long offered(ReferenceAccount account, ReferenceProduct product, boolean buys) {
        return open().filter(order ->
                        order.account == account
                                && order.product == product
                                && order.buys() == buys)
                .mapToLong(order -> order.remaining)
                .sum();
    }

    long sellable(ReferenceAccount account, ReferenceProduct product) {
        return account.holding(product).stock - offered(account, product, false);
    }

    // What several kinds of requests must pass.

    @Nullable No mayTrade(@Nullable ReferenceAccount account) {
        boolean may = account != null && account.mayTrade();
        return No.unless(may, RejectionCode.ACCOUNT_NOT_ACTIVE, "account");
    }

    @Nullable No isTraded(@Nullable ReferenceProduct product) {
        boolean opened = product != null && product.opened;
        return No.unless(opened, RejectionCode.PRODUCT_UNKNOWN, "product");
    }

    @Nullable No isNotHalted(ReferenceProduct product) {
        return No.unless(!product.halted, RejectionCode.PRODUCT_HALTED, "product");
    }

    /** {@code freed} becomes sellable with the same step. */
    @Nullable No coversSale(
            ReferenceAccount account, ReferenceProduct product, long freed, long tonnes) {
        long missing = tonnes - sellable(account, product) - freed;
        if (missing <= 0) {
            return null;
        }
        boolean tomorrow = missing <= account.holding(product).boughtToday;
        return new No(
                tomorrow
                        ? RejectionCode.ALLOWANCES_BOUGHT_TODAY
                        : RejectionCode.ALLOWANCES_INSUFFICIENT,
                "quantity");
    }

    @Nullable No coversPurchase(ReferenceAccount account, long freed, BigInteger cost) {
        BigInteger at = BigInteger.valueOf(spendable(account)).add(BigInteger.valueOf(freed));
        boolean covered = cost.compareTo(at) <= 0;
        return No.unless(covered, RejectionCode.FUNDS_INSUFFICIENT, "quantity");
    }

    /** {@code ended} is no more on offer with the same step. */
    @Nullable No keepsLimit(
            ReferenceAccount account, ReferenceProduct product, long endedTonnes, long more) {
        long reach =
                account.holding(product).total() + offered(account, product, true) - endedTonnes;
        return No.unless(
                more <= product.positionLimit - reach,
                RejectionCode.POSITION_LIMIT_EXCEEDED,
                "quantity");
    }
}
