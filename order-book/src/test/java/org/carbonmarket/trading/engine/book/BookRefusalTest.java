package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.trading.engine.book.WrittenEvents.Rejected;
import org.junit.jupiter.api.Test;

/** What a book refuses, what it shows, and that it can be built again from what it shows. */
class BookRefusalTest {

    private final WrittenEvents events = new WrittenEvents();
    private final OrderBook book = new OrderBook(100, 200, events);

    private void assertOnlyRefusal(long id, BookRefusal reason) {
        assertThat(events.take()).containsExactly(new Rejected(id, reason));
    }

    private List<String> shown(OrderBook shown) {
        List<String> orders = new ArrayList<>();
        for (boolean buy : new boolean[] {true, false}) {
            shown.view()
                    .forEach(
                            buy,
                            (id, owner, side, price, remaining) ->
                                    orders.add(
                                            id + " " + owner + " " + side + " " + price + " "
                                                    + remaining));
        }
        return orders;
    }

    @Test
    void theIdOfARestingOrderIsRefused() {
        book.place(1, 1, true, 150, 5);
        events.take();
        book.place(1, 2, false, 150, 5);
        assertOnlyRefusal(1, BookRefusal.DUPLICATE_ORDER);
        book.placeImmediateOrCancel(1, 2, false, 150, 5);
        assertOnlyRefusal(1, BookRefusal.DUPLICATE_ORDER);
        assertThat(book.view().remaining(1)).isEqualTo(5);
    }

    @Test
    void aPriceOutsideTheBandIsRefused() {
        for (long price : new long[] {99, 201, -5, Long.MIN_VALUE, Long.MAX_VALUE}) {
            book.place(1, 1, true, price, 5);
            assertOnlyRefusal(1, BookRefusal.PRICE_OUT_OF_BAND);
            book.placeImmediateOrCancel(1, 1, false, price, 5);
            assertOnlyRefusal(1, BookRefusal.PRICE_OUT_OF_BAND);
        }
    }

    @Test
    void theEdgesOfTheBandAreInside() {
        book.place(1, 1, true, 100, 5);
        book.place(2, 1, false, 200, 5);
        assertThat(book.view().bestBid()).isEqualTo(100);
        assertThat(book.view().bestAsk()).isEqualTo(200);
    }

    @Test
    void aQuantityOfNothingOrLessIsRefused() {
        for (long quantity : new long[] {0, -1, Long.MIN_VALUE}) {
            book.place(1, 1, true, 150, quantity);
            assertOnlyRefusal(1, BookRefusal.QUANTITY_NOT_POSITIVE);
        }
    }

    @Test
    void aQuantityBeyondTheLargestIsRefused() {
        book.place(1, 1, true, 150, OrderBook.MAX_QUANTITY + 1);
        assertOnlyRefusal(1, BookRefusal.QUANTITY_TOO_LARGE);
    }

    @Test
    void aReplaceToTermsThatAreRefusedLeavesTheOrderAsItWas() {
        book.place(1, 1, true, 150, 5);
        events.take();
        book.replace(1, 201, 5);
        assertOnlyRefusal(1, BookRefusal.PRICE_OUT_OF_BAND);
        book.replace(1, 150, 0);
        assertOnlyRefusal(1, BookRefusal.QUANTITY_NOT_POSITIVE);
        assertThat(shown(book)).containsExactly("1 1 true 150 5");
    }

    @Test
    void aBandOfNoPricesOrTooManyIsADefectOfTheCaller() {
        assertThatThrownBy(() -> new OrderBook(2, 1, events))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderBook(1, 1L << 40, events))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBookRestoredFromWhatItShowsIsTheSameBook() {
        book.place(1, 1, true, 150, 5);
        book.place(2, 2, true, 150, 6);
        book.place(3, 3, true, 149, 7);
        book.place(4, 4, false, 160, 8);
        book.place(5, 5, false, 151, 9);
        book.replace(1, 150, 6);
        OrderBook restored = new OrderBook(100, 200, new WrittenEvents());
        book.view().forEach(true, restored::restore);
        book.view().forEach(false, restored::restore);
        assertThat(shown(restored))
                .isEqualTo(shown(book))
                .containsExactly(
                        "2 2 true 150 6",
                        "1 1 true 150 6",
                        "3 3 true 149 7",
                        "5 5 false 151 9",
                        "4 4 false 160 8");
    }

    @Test
    void anOrderThatCouldNotHaveRestedIsNotRestored() {
        book.restore(1, 1, true, 150, 5);
        assertThatThrownBy(() -> book.restore(1, 1, true, 150, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.restore(2, 1, false, 150, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.restore(2, 1, false, 201, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFiveBestLevelsAreCountedFromTheBest() {
        for (long price : new long[] {110, 120, 130, 140, 150, 160}) {
            book.place(price, 1, true, price, 1);
            book.place(price + 1_000, 1, true, price, 2);
        }
        BookView view = book.view();
        assertThat(view.levelPrice(true, 0)).isEqualTo(160);
        assertThat(view.levelPrice(true, 4)).isEqualTo(120);
        assertThat(view.levelPrice(true, 6)).isEqualTo(OrderBook.NO_PRICE);
        assertThat(view.quantityAt(true, 160)).isEqualTo(3);
        assertThat(view.quantityAt(false, 160)).isZero();
        assertThat(view.ordersAt(true, 155)).isZero();
        assertThat(view.quantityAt(true, 5)).isZero();
    }
}
