package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.trading.engine.book.WrittenEvents.Accepted;
import org.carbonmarket.trading.engine.book.WrittenEvents.Cancelled;
import org.carbonmarket.trading.engine.book.WrittenEvents.Event;
import org.carbonmarket.trading.engine.book.WrittenEvents.Filled;
import org.carbonmarket.trading.engine.book.WrittenEvents.Rejected;
import org.junit.jupiter.api.Test;

/** Orders come, trade, rest and go. */
class OrderBookTest extends BookUnderOrders {

    @Test
    void anOrderThatMeetsNothingRests() {
        book.place(1, OWNER, SELL, 100, 10);
        assertThat(events.take()).containsExactly(new Accepted(1, OWNER, SELL, 100, 10));
        assertThat(view.bestAsk()).isEqualTo(100);
        assertThat(view.bestBid()).isEqualTo(OrderBook.NO_PRICE);
        assertThat(view.contains(1)).isTrue();
        assertThat(view.remaining(1)).isEqualTo(10);
        assertThat(view.price(1)).isEqualTo(100);
        assertThat(view.owner(1)).isEqualTo(OWNER);
        assertThat(view.isBuy(1)).isFalse();
    }

    @Test
    void tradesAreMadeAtTheRestingPriceInTimeOrder() {
        sell(1, 100, 5);
        sell(2, 100, 5);
        assertThat(buy(3, 105, 7))
                .containsExactly(new Filled(3, 1, 100, 5, 0, 2), new Filled(3, 2, 100, 2, 3, 0));
        assertThat(view.quantityAt(SELL, 100)).isEqualTo(3);
        assertThat(view.ordersAt(SELL, 100)).isEqualTo(1);
    }

    @Test
    void anOrderCancelledInTheMiddleOfALevelIsNotSwept() {
        sell(1, 100, 1);
        sell(2, 100, 2);
        sell(3, 100, 3);
        book.cancel(2);
        assertThat(events.take()).containsExactly(new Cancelled(2, 2));
        assertThat(buy(4, 100, 4))
                .containsExactly(new Filled(4, 1, 100, 1, 0, 3), new Filled(4, 3, 100, 3, 0, 0));
    }

    @Test
    void anOrderCancelledAtTheHeadOfALevelIsNotSwept() {
        sell(1, 100, 1);
        sell(2, 100, 2);
        sell(3, 100, 3);
        book.cancel(1);
        events.take();
        assertThat(buy(4, 100, 5))
                .containsExactly(new Filled(4, 2, 100, 2, 0, 3), new Filled(4, 3, 100, 3, 0, 0));
    }

    @Test
    void anOrderCancelledAtTheTailOfALevelIsNotSweptAndTheNextOneQueuesBehindTheRest() {
        sell(1, 100, 1);
        sell(2, 100, 2);
        book.cancel(2);
        sell(3, 100, 3);
        assertThat(buy(4, 100, 4))
                .containsExactly(new Filled(4, 1, 100, 1, 0, 3), new Filled(4, 3, 100, 3, 0, 0));
    }

    @Test
    void aSweepOverSeveralLevelsThatFillsExactlyLeavesNothingOnEitherSide() {
        sell(1, 100, 1);
        sell(2, 101, 2);
        sell(3, 102, 3);
        assertThat(buy(4, 102, 6))
                .containsExactly(
                        new Filled(4, 1, 100, 1, 0, 5),
                        new Filled(4, 2, 101, 2, 0, 3),
                        new Filled(4, 3, 102, 3, 0, 0));
        assertThat(view.size()).isZero();
        assertThat(view.bestAsk()).isEqualTo(OrderBook.NO_PRICE);
        assertThat(view.bestBid()).isEqualTo(OrderBook.NO_PRICE);
    }

    @Test
    void theResidualOfASweepBecomesTheBestPrice() {
        sell(1, 100, 1);
        sell(2, 105, 1);
        buy(3, 90, 1);
        buy(4, 102, 5);
        assertThat(view.bestBid()).isEqualTo(102);
        assertThat(view.quantityAt(BUY, 102)).isEqualTo(4);
        assertThat(view.bestAsk()).isEqualTo(105);
    }

    @Test
    void aStaleCancelOrReplaceIsRefused() {
        sell(1, 100, 1);
        sell(2, 100, 1);
        book.cancel(1);
        events.take();
        buy(3, 100, 1);
        for (long gone : new long[] {1, 2, 3, 99}) {
            events.take();
            book.cancel(gone);
            book.replace(gone, 100, 1);
            Rejected refusal = new Rejected(gone, BookRefusal.UNKNOWN_ORDER);
            assertThat(events.take()).containsExactly(refusal, refusal);
        }
        assertThat(view.size()).isZero();
    }

    @Test
    void anEmptiedBestLevelIsNeverShown() {
        sell(1, 100, 1);
        sell(2, 500_000, 1);
        buy(3, 99, 1);
        buy(4, 2, 1);
        book.cancel(1);
        book.cancel(3);
        assertThat(view.bestAsk()).isEqualTo(500_000);
        assertThat(view.bestBid()).isEqualTo(2);
        assertThat(view.levelPrice(SELL, 1)).isEqualTo(OrderBook.NO_PRICE);
        book.cancel(2);
        book.cancel(4);
        assertThat(view.bestAsk()).isEqualTo(OrderBook.NO_PRICE);
        assertThat(view.bestBid()).isEqualTo(OrderBook.NO_PRICE);
    }

    @Test
    void aBestLevelEmptiedByASweepOrAReplaceIsNeverShown() {
        sell(1, 100, 1);
        sell(2, 101, 1);
        sell(3, 500_000, 1);
        buy(4, 100, 1);
        assertThat(view.bestAsk()).isEqualTo(101);
        book.replace(2, 600_000, 1);
        assertThat(view.bestAsk()).isEqualTo(500_000);
        book.placeImmediateOrCancel(5, OTHER, BUY, 1_000_000, 2);
        assertThat(view.bestAsk()).isEqualTo(OrderBook.NO_PRICE);
        assertThat(view.bestBid()).isEqualTo(OrderBook.NO_PRICE);
        assertThat(view.size()).isZero();
    }

    @Test
    void anIdIsFreeAfterACancelAndAfterAFill() {
        sell(1, 100, 1);
        book.cancel(1);
        sell(1, 101, 1);
        assertThat(view.price(1)).isEqualTo(101);
        assertThat(buy(2, 101, 1)).containsExactly(new Filled(2, 1, 101, 1, 0, 0));
        sell(1, 102, 1);
        assertThat(view.price(1)).isEqualTo(102);
    }

    @Test
    void oneSweepMayMakeFiveThousandTrades() {
        List<Event> expected = new ArrayList<>();
        for (int n = 0; n < 5_000; n++) {
            long price = 1_000L + n / 7;
            sell(n, price, 2);
            expected.add(new Filled(9_999, n, price, 2, 0, 2L * (4_999 - n)));
        }
        assertThat(buy(9_999, 1_000_000, 10_000)).isEqualTo(expected);
        assertThat(view.size()).isZero();
    }

    @Test
    void whatAnImmediateOrCancelOrderDoesNotTradeIsCancelled() {
        sell(1, 100, 3);
        sell(2, 102, 3);
        book.placeImmediateOrCancel(3, OTHER, BUY, 101, 5);
        assertThat(afterAcceptance())
                .containsExactly(new Filled(3, 1, 100, 3, 0, 2), new Cancelled(3, 2));
        assertThat(view.contains(3)).isFalse();
        assertThat(view.bestAsk()).isEqualTo(102);
    }

    @Test
    void aBoundedSweepStopsAtItsWorstPriceAndTheRestRestsWhereTheCallerSays() {
        sell(1, 100, 1);
        sell(2, 101, 1);
        sell(3, 102, 1);
        book.place(4, OTHER, BUY, 101, 5, 101);
        assertThat(afterAcceptance())
                .containsExactly(new Filled(4, 1, 100, 1, 0, 4), new Filled(4, 2, 101, 1, 0, 3));
        assertThat(view.bestBid()).isEqualTo(101);
        assertThat(view.bestAsk()).isEqualTo(102);
    }

    @Test
    void aBoundOutsideTheBandReachesTheWholeOtherSide() {
        sell(1, 1_000_000, 1);
        buy(2, 1, 1);
        book.place(3, OTHER, BUY, 5, 1, Long.MAX_VALUE);
        book.place(4, OWNER, SELL, 5, 1, Long.MIN_VALUE);
        assertThat(view.size()).isZero();
    }

    @Test
    void anOrderThatWouldRestBeyondItsSweepIsADefectOfTheCaller() {
        assertThatThrownBy(() -> book.place(1, OWNER, BUY, 102, 1, 101))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(events.take()).isEmpty();
    }
}
