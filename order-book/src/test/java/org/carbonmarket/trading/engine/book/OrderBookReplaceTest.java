package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.carbonmarket.trading.engine.book.WrittenEvents.Filled;
import org.carbonmarket.trading.engine.book.WrittenEvents.Replaced;
import org.junit.jupiter.api.Test;

/** A resting order gets new terms. */
class OrderBookReplaceTest extends BookUnderOrders {

    @Test
    void aReplaceThatCrossesTradesAtTheRestingPrice() {
        sell(1, 100, 3);
        buy(2, 90, 5);
        book.replace(2, 110, 5);
        assertThat(events.take())
                .containsExactly(new Replaced(2, 110, 5), new Filled(2, 1, 100, 3, 0, 2));
        assertThat(view.bestBid()).isEqualTo(110);
        assertThat(view.remaining(2)).isEqualTo(2);
    }

    @Test
    void aReplaceThatIsFilledFreesTheId() {
        sell(1, 100, 9);
        buy(2, 90, 5);
        book.replace(2, 100, 4);
        assertThat(events.take())
                .containsExactly(new Replaced(2, 100, 4), new Filled(2, 1, 100, 4, 5, 0));
        assertThat(view.contains(2)).isFalse();
    }

    @Test
    void theSiblingsOfAReplacedOrderSurvive() {
        sell(1, 100, 1);
        sell(2, 100, 2);
        sell(3, 100, 3);
        book.replace(2, 101, 2);
        events.take();
        assertThat(buy(4, 101, 6))
                .containsExactly(
                        new Filled(4, 1, 100, 1, 0, 5),
                        new Filled(4, 3, 100, 3, 0, 2),
                        new Filled(4, 2, 101, 2, 0, 0));
    }

    @Test
    void lessAtTheSamePriceKeepsItsTurn() {
        sell(1, 100, 5);
        sell(2, 100, 5);
        book.replace(1, 100, 2);
        events.take();
        assertThat(view.quantityAt(SELL, 100)).isEqualTo(7);
        assertThat(buy(3, 100, 3))
                .containsExactly(new Filled(3, 1, 100, 2, 0, 1), new Filled(3, 2, 100, 1, 4, 0));
    }

    @Test
    void moreAtTheSamePriceLosesItsTurn() {
        sell(1, 100, 5);
        sell(2, 100, 5);
        book.replace(1, 100, 6);
        events.take();
        assertThat(buy(3, 100, 6))
                .containsExactly(new Filled(3, 2, 100, 5, 0, 1), new Filled(3, 1, 100, 1, 5, 0));
    }

    @Test
    void aChangedPriceLosesItsTurnEvenWhenChangedBack() {
        sell(1, 100, 5);
        sell(2, 100, 5);
        book.replace(1, 101, 5);
        book.replace(1, 100, 5);
        events.take();
        assertThat(buy(3, 100, 1)).containsExactly(new Filled(3, 2, 100, 1, 4, 0));
    }
}
