package org.carbonmarket.trading.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.PositionEvent.ProductPosition;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;

/** What the engine holds for each account at the close, stated and digested. */
final class Statements {

    private Statements() {}

    /** States every position that changed since it was last stated. */
    static void publish(MarketState state, LocalDate day, OffsetDateTime at) {
        for (Account account : state.accounts.all()) {
            if (account.isChanged()) {
                account.markStated();
                state.publisher.position(
                        new PositionStated(
                                state.market,
                                day,
                                account.id(),
                                Money.ofFen(account.funds()),
                                Money.ofFen(unsettledPart(account)),
                                products(state, account),
                                at));
            }
        }
    }

    /** Proceeds that were spent already are no part of the funds any more. */
    static long unsettledPart(Account account) {
        return Math.min(account.unsettled(), account.funds());
    }

    private static List<ProductPosition> products(MarketState state, Account account) {
        List<ProductPosition> products = new ArrayList<>();
        for (int product = 0; product < account.products(); product++) {
            Holding holding = account.holding(product);
            if (holding.total() > 0) {
                ProductCode code = state.products.at(product).code();
                products.add(
                        new ProductPosition(
                                code,
                                Tonnes.of(holding.total()),
                                Tonnes.of(holding.boughtToday())));
            }
        }
        products.sort(Comparator.comparing(ProductPosition::product));
        return products;
    }

    /**
     * SHA-256 over one line per account that holds anything, by account: {@code
     * account|funds|unsettled} in fen, then {@code |product|tonnes|boughtToday} per product.
     */
    static String digest(MarketState state) {
        StringBuilder lines = new StringBuilder();
        state.accounts.all().stream()
                .sorted(Comparator.comparing(Account::id))
                .forEach(account -> line(state, account, lines));
        return Sha256.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(MarketState state, Account account, StringBuilder lines) {
        List<ProductPosition> products = products(state, account);
        if (account.funds() == 0 && products.isEmpty()) {
            return;
        }
        lines.append(account.id()).append('|').append(account.funds());
        lines.append('|').append(unsettledPart(account));
        for (ProductPosition product : products) {
            lines.append('|').append(product.product());
            lines.append('|').append(product.tonnes());
            lines.append('|').append(product.boughtToday());
        }
        lines.append('\n');
    }
}
