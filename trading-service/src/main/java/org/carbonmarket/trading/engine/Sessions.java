package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.SessionEvent.OpeningRefused;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.session.CompositeClose;
import org.carbonmarket.trading.engine.session.Product;

/**
 * The course of the market: the phases of a day with its opening and its close (market rules,
 * Trading, "Sessions").
 */
final class Sessions {

    private final MarketState state;
    private final ListedTrading listed;
    private final BlockTrading blocks;
    private final AuctionSales auctions;
    private final Surveillance surveillance;
    private final Quotes quotes;

    Sessions(
            MarketState state,
            ListedTrading listed,
            BlockTrading blocks,
            AuctionSales auctions,
            Surveillance surveillance,
            Quotes quotes) {
        this.state = state;
        this.listed = listed;
        this.blocks = blocks;
        this.auctions = auctions;
        this.surveillance = surveillance;
        this.quotes = quotes;
    }

    void enter(EnterPhase command) {
        switch (state.day.enter(command.day(), command.phase())) {
            case NONE -> {}
            case REFUSED -> refuseOpening(command);
            case TAKEN -> begin(command);
        }
    }

    private void refuseOpening(EnterPhase command) {
        state.publisher.session(
                new OpeningRefused(
                        state.market, command.day(), state.day.openedDay(), command.at()));
    }

    private void begin(EnterPhase command) {
        Phase phase = command.phase();
        if (phase == Phase.CLOSED) {
            listed.expireAll(command.at());
            blocks.endAll(BlockEnd.CLOSE_OF_DAY, command.at());
            auctions.callOffUntil(command.day(), command.at());
        }
        state.publisher.session(new PhaseEntered(state.market, command.day(), phase, command.at()));
        switch (phase) {
            case PRE_OPEN -> openDay(command.day(), command.at());
            case CLOSED -> closeDay(command.day(), command.at());
            case OPEN, BREAK, HALTED -> {}
        }
        quotes.allChanged();
    }

    private void openDay(LocalDate day, OffsetDateTime at) {
        state.rules = state.nextRules;
        state.answers.forgetAll();
        state.dayTrades.forgetAll();
        state.watch.openDay();
        auctions.callOffUntil(day.minusDays(1), at);
        for (Account account : state.accounts.all()) {
            account.openDay();
        }
        for (Product product : state.products.all()) {
            if (product.isListed()) {
                product.openDay(state.rules);
                state.openBook(product);
                state.publisher.session(
                        new ProductOpened(
                                state.market,
                                day,
                                product.code(),
                                product.previousClose(),
                                product.lowerLimit(),
                                product.upperLimit(),
                                at));
            }
        }
    }

    private void closeDay(LocalDate day, OffsetDateTime at) {
        List<Product> opened = state.products.opened();
        List<ProductDay> days = new ArrayList<>(opened.size());
        for (Product product : opened) {
            days.add(product.closeDay());
        }
        surveillance.closeDay(at);
        state.composite = CompositeClose.of(day, opened, state.composite);
        Statements.publish(state, day, at);
        state.publisher.session(closed(day, days, at));
    }

    private TradingDayClosed closed(LocalDate day, List<ProductDay> products, OffsetDateTime at) {
        long trades = 0;
        Tonnes volume = Tonnes.ZERO;
        Money amount = Money.ZERO;
        for (ProductDay product : products) {
            trades = Math.addExact(trades, product.trades());
            volume = volume.plus(product.volume());
            amount = amount.plus(product.amount());
        }
        return new TradingDayClosed(
                state.market,
                day,
                trades,
                volume,
                amount,
                state.publisher.lastTrade(),
                products,
                Statements.digest(state),
                at);
    }
}
