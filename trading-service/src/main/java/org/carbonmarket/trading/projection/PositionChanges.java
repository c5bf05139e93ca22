package org.carbonmarket.trading.projection;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsRecalled;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a batch's changes per account, so that each row is touched once. Sorted: concurrent
 * writers take row locks in one order.
 */
final class PositionChanges {

    record FundsKey(Market market, AccountId account) implements Comparable<FundsKey> {
        @Override
        public int compareTo(FundsKey other) {
            int byMarket = market.compareTo(other.market);
            return byMarket != 0 ? byMarket : account.compareTo(other.account);
        }
    }

    record ProductKey(FundsKey owner, ProductCode product) implements Comparable<ProductKey> {
        @Override
        public int compareTo(ProductKey other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner != 0 ? byOwner : product.compareTo(other.product);
        }
    }

    /**
     * @param tonnes change of the whole position, in either direction
     * @param boughtOn the newest day of a purchase in the batch
     * @param bought tonnes bought on that day
     */
    record ProductChange(long tonnes, @Nullable LocalDate boughtOn, long bought) {

        static final ProductChange NONE = new ProductChange(0, null, 0);

        ProductChange moved(long change) {
            return new ProductChange(Math.addExact(tonnes, change), boughtOn, bought);
        }

        ProductChange bought(LocalDate day, long quantity) {
            long sameDay = day.equals(boughtOn) ? bought : 0;
            return new ProductChange(
                    Math.addExact(tonnes, quantity), day, Math.addExact(sameDay, quantity));
        }
    }

    private final SortedMap<FundsKey, Long> funds = new TreeMap<>();
    private final SortedMap<ProductKey, ProductChange> products = new TreeMap<>();

    SortedMap<FundsKey, Long> funds() {
        return funds;
    }

    SortedMap<ProductKey, ProductChange> products() {
        return products;
    }

    void add(PositionEvent event) {
        switch (event) {
            case AllowancesCredited in ->
                    move(in.market(), in.account(), in.product(), in.tonnes().value());
            case AllowancesReleased out ->
                    move(out.market(), out.account(), out.product(), -out.tonnes().value());
            case AllowancesRecalled out ->
                    move(out.market(), out.account(), out.product(), -out.tonnes().value());
            case FundsRecalled out -> pay(out.market(), out.account(), -out.amount().fen());
            case FundsCredited in -> pay(in.market(), in.account(), in.amount().fen());
            case FundsReleased out -> pay(out.market(), out.account(), -out.amount().fen());
            case ReleaseRejected _, PositionStated _ -> {
                // Nothing changed.
            }
        }
    }

    void add(ExecutionRecorded trade) {
        Market market = trade.market();
        long quantity = trade.quantity().value();
        products.merge(
                new ProductKey(new FundsKey(market, trade.buyer()), trade.product()),
                ProductChange.NONE.bought(trade.day(), quantity),
                (sum, one) -> sum.bought(trade.day(), quantity));
        move(market, trade.seller(), trade.product(), -quantity);
        pay(market, trade.buyer(), -trade.amount().plus(trade.buyerFee()).fen());
        pay(market, trade.seller(), trade.amount().minus(trade.sellerFee()).fen());
    }

    /** A voided trade runs backwards: what comes back counts as bought that day. */
    void reverse(ExecutionVoided trade) {
        Market market = trade.market();
        long quantity = trade.quantity().value();
        products.merge(
                new ProductKey(new FundsKey(market, trade.seller()), trade.product()),
                ProductChange.NONE.bought(trade.day(), quantity),
                (sum, one) -> sum.bought(trade.day(), quantity));
        products.merge(
                new ProductKey(new FundsKey(market, trade.buyer()), trade.product()),
                ProductChange.NONE.bought(trade.day(), -quantity),
                (sum, one) -> sum.bought(trade.day(), -quantity));
        pay(market, trade.buyer(), trade.amount().plus(trade.buyerFee()).fen());
        pay(market, trade.seller(), -trade.amount().minus(trade.sellerFee()).fen());
    }

    /** Value goes back on both sides. */
    void undo(SettlementFailed trade) {
        Market market = trade.market();
        Tonnes tonnes = trade.tonnes();
        Money amount = trade.amount();
        move(market, trade.buyer(), trade.product(), -tonnes.value());
        move(market, trade.seller(), trade.product(), tonnes.value());
        pay(market, trade.buyer(), amount.plus(trade.buyerFee()).fen());
        pay(market, trade.seller(), -amount.minus(trade.sellerFee()).fen());
    }

    private void move(Market market, AccountId account, ProductCode product, long change) {
        products.merge(
                new ProductKey(new FundsKey(market, account), product),
                ProductChange.NONE.moved(change),
                (sum, one) -> sum.moved(change));
    }

    private void pay(Market market, AccountId account, long change) {
        funds.merge(new FundsKey(market, account), change, Math::addExact);
    }
}
