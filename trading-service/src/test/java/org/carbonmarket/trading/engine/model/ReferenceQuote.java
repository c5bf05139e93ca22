package org.carbonmarket.trading.engine.model;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.QuoteEvent.Level;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;

/** The quote of a product, counted out of its open orders. */
record ReferenceQuote(ReferenceState state, ReferenceListed listed) {

    private static final List<Phase> PHASES =
            List.of(
                    Phase.CLOSED,
                    Phase.PRE_OPEN,
                    Phase.OPEN,
                    Phase.BREAK,
                    Phase.OPEN,
                    Phase.CLOSED);

    QuotePublished of(ReferenceProduct product, OffsetDateTime at) {
        Phase phase = PHASES.get(state.phases);
        boolean halted = state.halted || product.halted;
        ReferenceProduct.Figures figures = product.figures(TradingMethod.LISTED);
        return new QuotePublished(
                ReferenceState.CN,
                product.code,
                state.openedDay(),
                halted && phase != Phase.CLOSED ? Phase.HALTED : phase,
                state.position,
                Price.ofFen(product.previousClose),
                Price.ofFen(product.lower),
                Price.ofFen(product.upper),
                ReferenceProduct.price(product.last),
                ReferenceProduct.price(product.open),
                ReferenceProduct.price(product.high),
                ReferenceProduct.price(product.low),
                ReferenceProduct.price(product.average()),
                Tonnes.of(figures.volume),
                Money.ofFen(figures.amount),
                levels(listed.side(product, Side.BUY)),
                levels(listed.side(product, Side.SELL)),
                at);
    }

    private static List<Level> levels(List<ReferenceOrder> orders) {
        List<Level> levels = new ArrayList<>();
        for (long price : orders.stream().map(order -> order.price).distinct().limit(5).toList()) {
            List<ReferenceOrder> there =
                    orders.stream().filter(order -> order.price == price).toList();
            levels.add(
                    new Level(
                            Price.ofFen(price),
                            Tonnes.of(there.stream().mapToLong(order -> order.remaining).sum()),
                            there.size()));
        }
        return levels;
    }
}
