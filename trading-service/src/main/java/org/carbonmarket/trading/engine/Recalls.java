package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.FundsRecalled;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.session.Product;

/**
 * Value the registry or settlement calls back, as for a freeze. What open orders and block offers
 * hold of it is set free, the newest first and no more than is needed; what can leave leaves at
 * once, and the rest as soon as it can: allowances bought today at the next opening, proceeds when
 * they are settled. Money that is called back may buy nothing meanwhile.
 */
final class Recalls {

    private final MarketState state;
    private final ListedTrading listed;
    private final BlockTrading blocks;

    Recalls(MarketState state, ListedTrading listed, BlockTrading blocks) {
        this.state = state;
        this.listed = listed;
        this.blocks = blocks;
    }

    void recall(RecallAllowances fact) {
        long tonnes = Math.min(fact.tonnes().value(), Capacity.TONNES);
        if (tonnes == 0) {
            return;
        }
        Account account = state.accounts.know(fact.account());
        Product product = state.products.know(fact.product());
        state.recalls.add(new Recall(fact.recall(), account, product, tonnes));
        Holding holding = account.holdingToChange(product.index());
        long wanted = state.recalls.tonnesOf(account, product);
        free(
                account,
                order -> order.side() == Side.SELL && order.product() == product,
                () -> holding.sellable() >= wanted,
                fact.at());
    }

    void recall(RecallFunds fact) {
        long fen = Math.min(fact.amount().fen(), Capacity.MONEY);
        if (fen == 0) {
            return;
        }
        Account account = state.accounts.know(fact.account());
        state.recalls.add(new Recall(fact.recall(), account, null, fen));
        long wanted = state.recalls.moneyOf(account);
        free(
                account,
                order -> order.side() == Side.BUY,
                () -> account.releasable() >= wanted,
                fact.at());
    }

    /** Ends orders, then block offers, the newest first, until enough is free. */
    private void free(
            Account account,
            Predicate<OpenOrder> holds,
            BooleanSupplier isEnough,
            OffsetDateTime at) {
        for (OpenOrder order : state.orders.inOrder().reversed()) {
            if (isEnough.getAsBoolean()) {
                return;
            }
            if (order.account() == account && holds.test(order)) {
                listed.end(order, null, CancelReason.RECALLED, at);
            }
        }
        for (BlockOffer offer : state.blocks.ofAccount(account).reversed()) {
            if (isEnough.getAsBoolean()) {
                return;
            }
            if (holds.test(offer.order())) {
                blocks.end(offer, null, BlockEnd.RECALLED, at);
            }
        }
    }

    /** Lets go of all that is called back and can leave by now. */
    void follow(OffsetDateTime at) {
        if (state.recalls.isEmpty()) {
            return;
        }
        for (Recall recall : state.recalls.inOrder()) {
            Product product = recall.product();
            if (product == null) {
                followMoney(recall, at);
            } else {
                followTonnes(recall, product, at);
            }
        }
    }

    private void followTonnes(Recall recall, Product product, OffsetDateTime at) {
        Account account = recall.account();
        long tonnes = Math.min(recall.outstanding(), account.holding(product.index()).sellable());
        if (tonnes == 0) {
            return;
        }
        account.holdingToChange(product.index()).release(tonnes);
        account.markChanged();
        product.released(tonnes);
        Recall rest = left(recall, tonnes);
        state.publisher.position(
                new AllowancesRecalled(
                        state.market,
                        recall.recall(),
                        releaseNumber(),
                        account.id(),
                        product.code(),
                        Tonnes.of(tonnes),
                        Tonnes.of(rest.outstanding()),
                        at));
    }

    private void followMoney(Recall recall, OffsetDateTime at) {
        Account account = recall.account();
        long fen = Math.min(recall.outstanding(), account.releasable());
        if (fen == 0) {
            return;
        }
        account.release(fen);
        state.moneyOut(fen);
        Recall rest = left(recall, fen);
        state.publisher.position(
                new FundsRecalled(
                        state.market,
                        recall.recall(),
                        releaseNumber(),
                        account.id(),
                        Money.ofFen(fen),
                        Money.ofFen(rest.outstanding()),
                        at));
    }

    private Recall left(Recall recall, long gone) {
        Recall rest = recall.less(gone);
        state.recalls.replace(recall, rest);
        state.touch(recall.account());
        return rest;
    }

    private String releaseNumber() {
        return state.market + "-RC" + state.recalls.nextRelease();
    }
}
