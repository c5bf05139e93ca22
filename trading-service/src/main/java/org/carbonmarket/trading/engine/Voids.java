package org.carbonmarket.trading.engine;

import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.trading.engine.DayTrades.MadeTrade;
import org.carbonmarket.trading.engine.UnsettledTrades.UnsettledTrade;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * Voids a trade (market rules, Trading: "A trade, once made, is final; a market operator can void
 * one only for force majeure or error, with a second approval, and both legs are reversed").
 *
 * <p>Only within its day: what was bought is still there then, since it may not be sold or leave
 * before the next opening. The reversal is settled like a trade, under the next trade number, and
 * the fees come back with it.
 */
final class Voids {

    private final MarketState state;
    private final Quotes quotes;
    private final OperatorAnswers answers;

    Voids(MarketState state, Quotes quotes, OperatorAnswers answers) {
        this.state = state;
        this.quotes = quotes;
        this.answers = answers;
    }

    void apply(VoidTrade command) {
        MadeTrade made =
                command.trade().market() == state.market
                        ? state.dayTrades.find(command.trade().sequence())
                        : null;
        Refusal refusal = check(command, made);
        if (made == null || refusal != null) {
            answers.refused(command.command(), refusal, command.at());
            return;
        }
        state.dayTrades.end(made.trade().trade());
        reverse(made.trade());
        Product product = state.products.at(made.trade().product());
        product.figures().voided(made.method(), made.trade().tonnes(), made.trade().amount());
        quotes.changed(product);
        publish(command, made, product);
        answers.done(command.command(), command.at());
    }

    private @Nullable Refusal check(VoidTrade command, @Nullable MadeTrade made) {
        if (command.proposedBy().equals(command.approvedBy())) {
            return new Refusal(
                    RejectionCode.SAME_PERSON,
                    "approvedBy",
                    "Who asked for a trade to be voided may not approve it too.");
        }
        if (made == null) {
            return new Refusal(
                    RejectionCode.TRADE_UNKNOWN,
                    "trade",
                    "No trade " + command.trade() + " was made this trading day.");
        }
        if (!state.day.isOn()) {
            return notVoidable("The day of trade " + command.trade() + " is closed.");
        }
        UnsettledTrade trade = made.trade();
        if (state.dayTrades.hasEnded(trade.trade())) {
            return notVoidable("Trade " + command.trade() + " was voided or failed before.");
        }
        if (state.accounts.at(trade.buyer()).holding(trade.product()).boughtToday()
                < trade.tonnes()) {
            return notVoidable("The buyer no longer holds what it bought.");
        }
        if (state.accounts.at(trade.seller()).free() < trade.proceeds()) {
            return notVoidable("The seller no longer has the proceeds at hand.");
        }
        return null;
    }

    private static Refusal notVoidable(String why) {
        return new Refusal(RejectionCode.TRADE_NOT_VOIDABLE, "trade", why);
    }

    /**
     * Allowances and money go back at once. What comes back waits like any purchase and any
     * proceeds: the one for the next opening, the other for the settlement of the reversal.
     */
    private void reverse(UnsettledTrade trade) {
        Account buyer = state.accounts.at(trade.buyer());
        Account seller = state.accounts.at(trade.seller());
        Holding given = buyer.holdingToChange(trade.product());
        given.giveBack(trade.tonnes());
        seller.holdingToChange(trade.product()).bought(trade.tonnes());
        seller.release(trade.proceeds());
        buyer.earned(trade.paid());
        state.moneyIn(Math.addExact(trade.buyerFee(), trade.sellerFee()));
        buyer.markChanged();
        seller.markChanged();
        state.touch(buyer);
        state.touch(seller);
        state.unsettled.add(trade.reversedAs(state.publisher.nextTrade()));
    }

    private void publish(VoidTrade command, MadeTrade made, Product product) {
        UnsettledTrade trade = made.trade();
        TradeId id = new TradeId(state.market, state.publisher.nextTrade());
        Price price = Price.ofFen(made.price());
        Tonnes tonnes = Tonnes.of(trade.tonnes());
        Money amount = Money.ofFen(trade.amount());
        state.publisher.trade(
                new TradeVoided(
                        id,
                        command.trade(),
                        state.day.openedDay(),
                        state.day.openedDay(),
                        product.code(),
                        made.method(),
                        price,
                        tonnes,
                        amount,
                        command.reason(),
                        command.at()),
                new ExecutionVoided(
                        id,
                        command.trade(),
                        state.day.openedDay(),
                        state.day.openedDay(),
                        product.code(),
                        made.method(),
                        price,
                        tonnes,
                        amount,
                        state.accounts.at(trade.buyer()).id(),
                        state.accounts.at(trade.seller()).id(),
                        Money.ofFen(trade.buyerFee()),
                        Money.ofFen(trade.sellerFee()),
                        command.reason(),
                        command.at()));
    }
}
