package org.carbonmarket.trading.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.session.DayFigures;
import org.carbonmarket.trading.engine.session.Product;

/** Which products' quotes changed, and what they now are. Derived; a restored engine tells all. */
final class Quotes {

    private final MarketState state;
    private final BitSet dirty = new BitSet();

    Quotes(MarketState state) {
        this.state = state;
        allChanged();
    }

    void changed(Product product) {
        dirty.set(product.index());
    }

    void allChanged() {
        dirty.set(0, state.products.all().size());
    }

    /** The quotes of all products changed since the last call, in the order they were listed. */
    List<QuotePublished> take() {
        List<QuotePublished> quotes = new ArrayList<>();
        for (int index = dirty.nextSetBit(0); index >= 0; index = dirty.nextSetBit(index + 1)) {
            Product product = state.products.at(index);
            if (product.isOpened()) {
                quotes.add(quote(product));
            }
        }
        dirty.clear();
        return quotes;
    }

    private QuotePublished quote(Product product) {
        DayFigures figures = product.figures();
        ListedBook book = state.book(product);
        return new QuotePublished(
                state.market,
                product.code(),
                state.day.openedDay(),
                phaseOf(product),
                state.position,
                product.previousClose(),
                product.lowerLimit(),
                product.upperLimit(),
                figures.last(),
                figures.open(),
                figures.high(),
                figures.low(),
                figures.average(),
                figures.listed().volume(),
                figures.listed().amount(),
                book.best(Side.BUY),
                book.best(Side.SELL),
                state.time);
    }

    private Phase phaseOf(Product product) {
        Phase phase = state.day.phase();
        return product.isHalted() && phase != Phase.CLOSED ? Phase.HALTED : phase;
    }
}
