package org.carbonmarket.trading.engine.model;

import static org.carbonmarket.trading.engine.model.No.DETAIL;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.SessionEvent.ProductListed;
import org.carbonmarket.events.trading.SessionEvent.TradingHalted;
import org.carbonmarket.events.trading.SessionEvent.TradingResumed;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.trading.engine.model.ReferenceAccount.Holding;
import org.carbonmarket.trading.engine.model.ReferenceState.Trade;
import org.jspecify.annotations.Nullable;

/** What operators do. */
final class ReferenceOperations {

    private static final int CLOSED = 5;
    private static final long HIGHEST_PRICE = 1_000_000;
    private static final long MOST_TONNES = 1_000_000_000_000L;

    private final ReferenceState state;

    ReferenceOperations(ReferenceState state) {
        this.state = state;
    }

    void list(ListProduct c) {
        ReferenceProduct known = state.products.get(c.product());
        if (known == null || !known.isListed()) {
            long reference =
                    c.referencePrice() == null ? state.composite : c.referencePrice().fen();
            if (reference > HIGHEST_PRICE) {
                No no = new No(RejectionCode.PRICE_OUTSIDE_LIMITS, "referencePrice");
                answer(c.command(), no, c.at());
                return;
            }
            state.product(c.product()).close = reference;
            state.say(
                    new ProductListed(
                            ReferenceState.CN, c.product(), Price.ofFen(reference), c.at()));
        }
        answer(c.command(), null, c.at());
    }

    void set(SetRules c) {
        ReferenceRules rules = state.nextRules.with(c);
        String fault = rules.fault();
        if (fault == null) {
            state.nextRules = rules;
        }
        answer(c.command(), fault(fault), c.at());
    }

    void set(SetProductRules c) {
        ReferenceProduct product = state.products.get(c.product());
        if (product == null || !product.isListed()) {
            answer(c.command(), unknown(), c.at());
            return;
        }
        String fault = null;
        if (c.band() != null && (c.band() < 1 || c.band() > 5_000)) {
            fault = "band";
        } else if (c.blockBand() != null && (c.blockBand() < 1 || c.blockBand() > 5_000)) {
            fault = "blockBand";
        } else if (c.positionLimit() != null && c.positionLimit().value() > MOST_TONNES) {
            fault = "positionLimit";
        } else {
            product.ownBand = c.band();
            product.ownBlockBand = c.blockBand();
            product.ownLimit = c.positionLimit();
        }
        answer(c.command(), fault(fault), c.at());
    }

    private static @Nullable No fault(@Nullable String field) {
        return field == null ? null : new No(RejectionCode.QUANTITY_OUT_OF_RANGE, field);
    }

    private static No unknown() {
        return new No(RejectionCode.PRODUCT_UNKNOWN, "product");
    }

    void halt(Halt c) {
        boolean known = isKnown(c.product());
        if (known && switched(c.product(), true)) {
            state.say(new TradingHalted(ReferenceState.CN, c.product(), c.reason(), c.at()));
        }
        answer(c.command(), known ? null : unknown(), c.at());
    }

    void resume(Resume c) {
        boolean known = isKnown(c.product());
        if (known && switched(c.product(), false)) {
            state.say(new TradingResumed(ReferenceState.CN, c.product(), c.reason(), c.at()));
        }
        answer(c.command(), known ? null : unknown(), c.at());
    }

    private boolean isKnown(@Nullable ProductCode code) {
        ReferenceProduct product = code == null ? null : state.products.get(code);
        return code == null || (product != null && product.isListed());
    }

    private boolean switched(@Nullable ProductCode code, boolean halt) {
        if (code == null) {
            boolean changes = state.halted != halt;
            state.halted = halt;
            return changes;
        }
        ReferenceProduct product = state.product(code);
        boolean changes = product.halted != halt;
        product.halted = halt;
        return changes;
    }

    void voidTrade(VoidTrade c) {
        Trade trade =
                c.trade().market() == ReferenceState.CN
                        ? state.today.get(c.trade().sequence())
                        : null;
        No no = check(c, trade);
        if (trade != null && no == null) {
            reverse(c, trade);
        }
        answer(c.command(), no, c.at());
    }

    private @Nullable No check(VoidTrade c, @Nullable Trade trade) {
        if (c.proposedBy().equals(c.approvedBy())) {
            return new No(RejectionCode.SAME_PERSON, "approvedBy");
        }
        if (trade == null) {
            return new No(RejectionCode.TRADE_UNKNOWN, "trade");
        }
        Holding bought = trade.buyer().holding(trade.product());
        boolean can =
                state.phases >= 1
                        && state.phases < CLOSED
                        && !state.ended.contains(trade.number())
                        && bought.boughtToday >= trade.tonnes()
                        && state.free(trade.seller()) >= trade.amount() - trade.sellerFee();
        return No.unless(can, RejectionCode.TRADE_NOT_VOIDABLE, "trade");
    }

    private void reverse(VoidTrade c, Trade trade) {
        ReferenceAccount buyer = trade.buyer();
        ReferenceAccount seller = trade.seller();
        buyer.holding(trade.product()).boughtToday -= trade.tonnes();
        seller.holding(trade.product()).boughtToday += trade.tonnes();
        seller.money -= trade.amount() - trade.sellerFee();
        seller.changed = true;
        buyer.earn(trade.amount() + trade.buyerFee());
        state.ended.add(trade.number());
        trade.product().figures(trade.method()).count(-1, trade.tonnes(), trade.amount());
        Trade reversal =
                new Trade(
                        ++state.trades,
                        trade.method(),
                        trade.product(),
                        seller,
                        buyer,
                        trade.price(),
                        trade.tonnes(),
                        trade.amount(),
                        -trade.sellerFee(),
                        -trade.buyerFee());
        state.unsettled.put(reversal.number(), reversal);
        TradeId id = new TradeId(ReferenceState.CN, reversal.number());
        state.say(
                new TradeVoided(
                        id,
                        c.trade(),
                        state.openedDay(),
                        state.openedDay(),
                        trade.product().code,
                        trade.method(),
                        Price.ofFen(trade.price()),
                        Tonnes.of(trade.tonnes()),
                        Money.ofFen(trade.amount()),
                        c.reason(),
                        c.at()));
        state.say(
                new ExecutionVoided(
                        id,
                        c.trade(),
                        state.openedDay(),
                        state.openedDay(),
                        trade.product().code,
                        trade.method(),
                        Price.ofFen(trade.price()),
                        Tonnes.of(trade.tonnes()),
                        Money.ofFen(trade.amount()),
                        buyer.id,
                        seller.id,
                        Money.ofFen(trade.buyerFee()),
                        Money.ofFen(trade.sellerFee()),
                        c.reason(),
                        c.at()));
    }

    private void answer(String command, @Nullable No no, OffsetDateTime at) {
        state.say(
                no == null
                        ? new RequestDone(ReferenceState.CN, command, null, at)
                        : new RequestRefused(
                                ReferenceState.CN, command, no.code(), no.field(), DETAIL, at));
    }
}
