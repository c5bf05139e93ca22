package org.carbonmarket.trading.engine.model;

import static org.carbonmarket.trading.engine.model.No.DETAIL;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsRecalled;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.model.ReferenceAccount.Holding;
import org.carbonmarket.trading.engine.model.ReferenceState.Offer;
import org.carbonmarket.trading.engine.model.ReferenceState.Recalled;
import org.carbonmarket.trading.engine.model.ReferenceState.Trade;
import org.jspecify.annotations.Nullable;

/** Value that comes in, leaves, and ends for good. */
final class ReferenceValue {

    private final ReferenceState state;
    private final ReferenceChanges orders;
    private final ReferenceBlocks blocks;

    ReferenceValue(ReferenceState state, ReferenceChanges orders, ReferenceBlocks blocks) {
        this.state = state;
        this.orders = orders;
        this.blocks = blocks;
    }

    void record(RecordAccount c) {
        ReferenceAccount account = state.account(c.account());
        if (c.version() > account.version) {
            account.version = c.version();
            account.state = c.state();
            if (c.state() != AccountState.ACTIVE) {
                endAll(account, c.at());
            }
        }
    }

    private void endAll(ReferenceAccount account, OffsetDateTime at) {
        orders.endAll(o -> o.account == account, CancelReason.ACCOUNT_RESTRICTED, at);
        blocks.endAll(o -> o.order().account == account, BlockEnd.ACCOUNT_RESTRICTED, at);
    }

    void credit(CreditAllowances c) {
        state.say(
                new AllowancesCredited(
                        ReferenceState.CN,
                        c.entrustment(),
                        c.account(),
                        c.product(),
                        c.tonnes(),
                        c.at()));
        ReferenceProduct product = state.product(c.product());
        ReferenceAccount account = state.account(c.account());
        account.holding(product).receive(c.tonnes().value());
        account.changed = true;
    }

    void credit(CreditFunds c) {
        state.say(
                new FundsCredited(
                        ReferenceState.CN, c.entrustment(), c.account(), c.amount(), c.at()));
        state.account(c.account()).receive(c.amount().fen());
    }

    void release(ReleaseAllowances c) {
        ReferenceAccount account = state.accounts.get(c.account());
        ReferenceProduct product = state.products.get(c.product());
        No no = state.mayTrade(account);
        if (no == null && product == null) {
            no = new No(RejectionCode.PRODUCT_UNKNOWN, "product");
        }
        if (no == null && c.tonnes().isZero()) {
            no = new No(RejectionCode.QUANTITY_OUT_OF_RANGE, "tonnes");
        }
        if (no == null && account != null && product != null) {
            no = state.coversSale(account, product, 0, c.tonnes().value());
        }
        if (no != null || account == null || product == null) {
            reject(c.command(), c.account(), no, c.at());
            return;
        }
        account.holding(product).stock -= c.tonnes().value();
        account.changed = true;
        state.say(
                new AllowancesReleased(
                        ReferenceState.CN,
                        c.command(),
                        "CN-R" + state.position,
                        c.account(),
                        c.product(),
                        c.tonnes(),
                        c.at()));
    }

    void release(ReleaseFunds c) {
        ReferenceAccount account = state.accounts.get(c.account());
        long fen = c.amount().fen();
        No no = state.mayTrade(account);
        if (no == null && account != null) {
            no =
                    No.first(
                            () -> No.unless(fen > 0, RejectionCode.QUANTITY_OUT_OF_RANGE, null),
                            () ->
                                    No.unless(
                                            fen <= state.free(account),
                                            RejectionCode.FUNDS_INSUFFICIENT,
                                            null),
                            () ->
                                    No.unless(
                                            fen <= state.releasable(account),
                                            RejectionCode.FUNDS_UNSETTLED,
                                            null));
        }
        if (no != null || account == null) {
            reject(c.command(), c.account(), no, c.at());
            return;
        }
        account.money -= fen;
        account.changed = true;
        state.say(
                new FundsReleased(
                        ReferenceState.CN,
                        c.command(),
                        "CN-R" + state.position,
                        c.account(),
                        c.amount(),
                        c.at()));
    }

    private void reject(String command, AccountId account, @Nullable No no, OffsetDateTime at) {
        if (no == null) {
            throw new IllegalStateException("refused for no reason");
        }
        state.say(new ReleaseRejected(ReferenceState.CN, command, account, no.code(), DETAIL, at));
    }

    void settle(ConfirmSettlement c) {
        Trade trade = state.unsettled.remove(c.trade().sequence());
        if (trade != null) {
            trade.seller().unsettled -= trade.amount() - trade.sellerFee();
            trade.seller().changed = true;
        }
    }

    void undo(UndoTrade c) {
        Trade trade = state.unsettled.remove(c.trade().sequence());
        if (trade == null) {
            return;
        }
        state.ended.add(trade.number());
        ReferenceAccount buyer = trade.buyer();
        ReferenceAccount seller = trade.seller();
        Holding bought = buyer.holding(trade.product());
        if (trade.tonnes() > bought.boughtToday + state.sellable(buyer, trade.product())) {
            endAll(buyer, c.at());
        }
        long fromToday = Math.min(bought.boughtToday, trade.tonnes());
        long fromStock =
                Math.min(state.sellable(buyer, trade.product()), trade.tonnes() - fromToday);
        bought.boughtToday -= fromToday;
        bought.stock -= fromStock;
        bought.owed += trade.tonnes() - fromToday - fromStock;
        long proceeds = trade.amount() - trade.sellerFee();
        if (proceeds > state.free(seller)) {
            endAll(seller, c.at());
        }
        long atHand = Math.min(state.free(seller), proceeds);
        seller.unsettled -= proceeds;
        seller.money -= atHand;
        seller.owed += proceeds - atHand;
        seller.holding(trade.product()).receive(trade.tonnes());
        seller.changed = true;
        buyer.receive(trade.amount() + trade.buyerFee());
    }

    void recall(RecallAllowances c) {
        if (c.tonnes().isZero()) {
            return;
        }
        ReferenceAccount account = state.account(c.account());
        ReferenceProduct product = state.product(c.product());
        state.recalls.add(new Recalled(c.recall(), account, product, c.tonnes().value()));
        setFree(
                o -> o.account == account && o.product == product && !o.buys(),
                () -> state.sellable(account, product) >= state.recalled(account, product),
                c.at());
    }

    void recall(RecallFunds c) {
        if (c.amount().isZero()) {
            return;
        }
        ReferenceAccount account = state.account(c.account());
        state.recalls.add(new Recalled(c.recall(), account, null, c.amount().fen()));
        setFree(
                o -> o.account == account && o.buys(),
                () -> state.releasable(account) >= state.recalled(account, null),
                c.at());
    }

    private void setFree(
            Predicate<ReferenceOrder> holds, BooleanSupplier enough, OffsetDateTime at) {
        for (ReferenceOrder order : List.copyOf(state.orders).reversed()) {
            if (holds.test(order) && !enough.getAsBoolean()) {
                orders.end(order, null, CancelReason.RECALLED, at);
            }
        }
        for (Offer offer : List.copyOf(state.offers).reversed()) {
            if (holds.test(offer.order()) && !enough.getAsBoolean()) {
                blocks.end(offer, null, BlockEnd.RECALLED, at);
            }
        }
    }

    /** Lets go of what is called back and can leave. */
    void follow(OffsetDateTime at) {
        for (Recalled recall : List.copyOf(state.recalls)) {
            ReferenceProduct product = recall.product();
            ReferenceAccount account = recall.account();
            long able =
                    product == null ? state.releasable(account) : state.sellable(account, product);
            long gone = Math.min(able, recall.out());
            if (gone > 0) {
                long rest = recall.out() - gone;
                int place = state.recalls.indexOf(recall);
                state.recalls.set(place, new Recalled(recall.recall(), account, product, rest));
                letGo(recall, gone, at);
            }
        }
        state.recalls.removeIf(recall -> recall.out() == 0);
    }

    private void letGo(Recalled recall, long gone, OffsetDateTime at) {
        ReferenceAccount account = recall.account();
        ReferenceProduct product = recall.product();
        String release = "CN-RC" + ++state.recallReleases;
        long rest = recall.out() - gone;
        account.changed = true;
        if (product == null) {
            account.money -= gone;
            state.say(
                    new FundsRecalled(
                            ReferenceState.CN,
                            recall.recall(),
                            release,
                            account.id,
                            Money.ofFen(gone),
                            Money.ofFen(rest),
                            at));
        } else {
            account.holding(product).stock -= gone;
            state.say(
                    new AllowancesRecalled(
                            ReferenceState.CN,
                            recall.recall(),
                            release,
                            account.id,
                            product.code,
                            Tonnes.of(gone),
                            Tonnes.of(rest),
                            at));
        }
    }
}
