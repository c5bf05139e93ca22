package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.trading.engine.UnsettledTrades.UnsettledTrade;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.jspecify.annotations.Nullable;

/** How trades and days end, in settlement's word: each trade exactly once settled or undone. */
final class Finality {

    private final MarketState state;
    private final Restriction restriction;

    Finality(MarketState state, Restriction restriction) {
        this.state = state;
        this.restriction = restriction;
    }

    /** The seller's proceeds may leave now. */
    void settle(ConfirmSettlement fact) {
        UnsettledTrade trade = remove(fact.trade());
        if (trade != null) {
            Account seller = state.accounts.at(trade.seller());
            seller.settled(trade.proceeds());
            state.touch(seller);
        }
    }

    /**
     * Value goes back on both sides, fees too. A side that has moved on what it must give back
     * loses its open orders; what even those do not yield it owes, and may not trade until paid.
     */
    void undo(UndoTrade fact) {
        UnsettledTrade trade = remove(fact.trade());
        if (trade == null) {
            return;
        }
        state.dayTrades.end(trade.trade());
        Account buyer = state.accounts.at(trade.buyer());
        Account seller = state.accounts.at(trade.seller());
        takeAllowances(buyer, trade, fact.at());
        takeProceeds(seller, trade, fact.at());
        seller.holdingToChange(trade.product()).receive(trade.tonnes());
        seller.markChanged();
        buyer.receive(trade.paid());
        state.moneyIn(Math.addExact(trade.buyerFee(), trade.sellerFee()));
        state.touch(buyer);
        state.touch(seller);
    }

    void clear(ConfirmClearing fact) {
        state.day.clear(fact.day());
    }

    private @Nullable UnsettledTrade remove(TradeId trade) {
        return trade.market() == state.market ? state.unsettled.remove(trade.sequence()) : null;
    }

    private void takeAllowances(Account buyer, UnsettledTrade trade, OffsetDateTime at) {
        Holding holding = buyer.holdingToChange(trade.product());
        if (holding.isShortOf(trade.tonnes())) {
            restriction.endAllOf(buyer, at);
        }
        holding.giveBack(trade.tonnes());
        buyer.markChanged();
    }

    private void takeProceeds(Account seller, UnsettledTrade trade, OffsetDateTime at) {
        if (seller.free() < trade.proceeds()) {
            restriction.endAllOf(seller, at);
        }
        seller.giveBack(trade.proceeds());
    }
}
