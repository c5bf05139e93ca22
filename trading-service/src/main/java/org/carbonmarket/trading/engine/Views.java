package org.carbonmarket.trading.engine;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.engine.AccountView.HeldProduct;
import org.carbonmarket.trading.engine.MarketView.AnnouncedAuction;
import org.carbonmarket.trading.engine.MarketView.ListedProduct;
import org.carbonmarket.trading.engine.auction.Auction;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.session.Product;

/** Copies out of the state what others may see. */
final class Views {

    private Views() {}

    static MarketView of(MarketState state) {
        return new MarketView(
                state.market,
                state.position,
                state.day.day(),
                state.day.phasesBegun(),
                state.day.phase(),
                state.day.uncleared(),
                state.composite,
                state.rules,
                state.nextRules,
                state.products.all().stream().filter(Product::isListed).map(Views::of).toList(),
                state.auctions.all().stream()
                        .map(Auction::terms)
                        .map(terms ->
                                new AnnouncedAuction(
                                        new OrderId(state.market, terms.number()),
                                        terms.closesAt(),
                                        terms.sealingKey()))
                        .toList());
    }

    private static ListedProduct of(Product product) {
        boolean opened = product.isOpened();
        return new ListedProduct(
                product.code(),
                product.close(),
                opened ? product.lowerLimit() : null,
                opened ? product.upperLimit() : null,
                product.isHalted());
    }

    static AccountView of(MarketState state, Account account) {
        List<HeldProduct> products = new ArrayList<>();
        for (int index = 0; index < account.products(); index++) {
            Holding holding = account.holding(index);
            if (holding.total() > 0 || holding.owed() > 0) {
                products.add(
                        new HeldProduct(
                                state.products.at(index).code(),
                                Tonnes.of(holding.sellable()),
                                Tonnes.of(holding.reserved()),
                                Tonnes.of(holding.boughtToday()),
                                Tonnes.of(holding.owed())));
            }
        }
        return new AccountView(
                account.id(),
                account.mayTrade(),
                Money.ofFen(account.free()),
                Money.ofFen(account.releasable()),
                Money.ofFen(account.reserved()),
                Money.ofFen(account.unsettled()),
                Money.ofFen(account.owed()),
                products);
    }
}
