package org.carbonmarket.trading.engine;

import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.session.Product;

/**
 * What the owners of value say: accounts as the registry keeps them, allowances and money handed
 * over.
 *
 * <p>A credit is a fact and is never refused, whatever the account's state: the value is in trading
 * already. One that would not fit the engine's {@link Capacity} is handed back at once.
 */
final class Credits {

    private final MarketState state;
    private final Restriction restriction;
    private final Surveillance surveillance;

    Credits(MarketState state, Restriction restriction, Surveillance surveillance) {
        this.state = state;
        this.restriction = restriction;
        this.surveillance = surveillance;
    }

    void record(RecordAccount fact) {
        Account account = state.accounts.know(fact.account());
        if (account.record(fact.version(), fact.state(), fact.controlGroup())
                && !account.isActive()) {
            restriction.endAllOf(account, fact.at());
        }
    }

    void credit(CreditAllowances fact) {
        state.publisher.position(
                new AllowancesCredited(
                        state.market,
                        fact.entrustment(),
                        fact.account(),
                        fact.product(),
                        fact.tonnes(),
                        fact.at()));
        long tonnes = fact.tonnes().value();
        Product known = state.products.find(fact.product());
        if (!Capacity.fits(known == null ? 0 : known.held(), tonnes, Capacity.TONNES)) {
            handBack(fact);
            return;
        }
        Product product = state.products.know(fact.product());
        Account account = state.accounts.know(fact.account());
        account.holdingToChange(product.index()).receive(tonnes);
        account.markChanged();
        product.credited(tonnes);
        state.touch(account);
        surveillance.positionGrew(account, product);
    }

    void credit(CreditFunds fact) {
        state.publisher.position(
                new FundsCredited(
                        state.market,
                        fact.entrustment(),
                        fact.account(),
                        fact.amount(),
                        fact.at()));
        long fen = fact.amount().fen();
        if (!Capacity.fits(state.money(), fen, Capacity.MONEY)) {
            handBack(fact);
            return;
        }
        Account account = state.accounts.know(fact.account());
        account.receive(fen);
        state.moneyIn(fen);
        state.touch(account);
    }

    private void handBack(CreditAllowances fact) {
        state.publisher.position(
                new AllowancesReleased(
                        state.market,
                        fact.entrustment(),
                        state.releaseNumber(),
                        fact.account(),
                        fact.product(),
                        fact.tonnes(),
                        fact.at()));
    }

    private void handBack(CreditFunds fact) {
        state.publisher.position(
                new FundsReleased(
                        state.market,
                        fact.entrustment(),
                        state.releaseNumber(),
                        fact.account(),
                        fact.amount(),
                        fact.at()));
    }
}
