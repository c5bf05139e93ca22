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
import org.carbonmarket.trading.engine.book.WrittenEvents.Replaced;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    private static final boolean BUY = true;
    private static final boolean SELL = false;
    private static final int OWNER = 7;
    private static final int OTHER = 8;

    private final WrittenEvents events = new WrittenEvents();
    private final OrderBook book = new OrderBook(1, 1_000_000, events);
    private final BookView view = book.view();

    private List<Event> buy(long id, long price, long quantity) {
        book.place(id, OTHER, BUY, price, quantity);
        return afterAcceptance();
    }

    private void sell(long id, long price, long quantity) {
        book.place(id, OWNER, SELL, price, quantity);
        events.take();
    }

    private List<Event> afterAcceptance() {
        List<Event> all = events.take();
        assertThat(all.getFirst()).isInstanceOf(Accepted.class);
        return all.subList(1, all.size());
    }

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

    @Test
    void aNamedListingTradesFirstWhateverItsTurn() {
        sell(1, 100, 2);
        sell(2, 100, 2);
        book.takeListing(2, 3, OTHER, BUY, 100, 3, 100);
        assertThat(afterAcceptance())
                .containsExactly(new Filled(3, 2, 100, 2, 0, 1), new Filled(3, 1, 100, 1, 1, 0));
    }

    @Test
    void aListingThatIsNotAtTheBestPriceWithinReachCannotBeTaken() {
        sell(1, 100, 2);
        sell(2, 101, 2);
        buy(3, 90, 1);
        for (long listing : new long[] {2, 3, 77}) {
            events.take();
            book.takeListing(listing, 9, OTHER, BUY, 101, 1, 101);
            assertThat(events.take())
                    .containsExactly(new Rejected(9, BookRefusal.LISTING_NOT_AT_BEST_PRICE));
        }
        book.takeListingImmediateOrCancel(1, 9, OTHER, BUY, 99, 1);
        assertThat(events.take())
                .containsExactly(new Rejected(9, BookRefusal.LISTING_NOT_AT_BEST_PRICE));
    }

    @Test
    void whatAnImmediateTakerOfAListingDoesNotTradeIsCancelled() {
        sell(1, 100, 2);
        book.takeListingImmediateOrCancel(1, 2, OTHER, BUY, 100, 3);
        assertThat(afterAcceptance())
                .containsExactly(new Filled(2, 1, 100, 2, 0, 1), new Cancelled(2, 1));
    }

    @Test
    void anOrderMeetsItsOwnerOnlyWithinWhatItWouldTrade() {
        book.place(1, OTHER, SELL, 100, 5);
        book.place(2, OWNER, SELL, 101, 5);
        assertThat(view.meetsOwner(OWNER, BUY, 101, 6)).isTrue();
        assertThat(view.meetsOwner(OWNER, BUY, 101, 5)).isFalse();
        assertThat(view.meetsOwner(OWNER, BUY, 100, 6)).isFalse();
        assertThat(view.meetsOwner(OTHER, BUY, 100, 1)).isTrue();
        assertThat(view.meetsOwner(OWNER, SELL, 1, 99)).isFalse();
    }

    @Test
    void anOrderThatTakesAListingMeetsTheOwnerOfThatOneFirst() {
        book.place(1, OTHER, SELL, 100, 5);
        book.place(2, OWNER, SELL, 100, 5);
        assertThat(view.meetsOwnerTaking(2, OWNER, BUY, 100, 1)).isTrue();
        assertThat(view.meetsOwnerTaking(2, OTHER, BUY, 100, 5)).isFalse();
        assertThat(view.meetsOwnerTaking(2, OTHER, BUY, 100, 6)).isTrue();
        assertThat(view.meetsOwnerTaking(1, OWNER, BUY, 100, 5)).isFalse();
    }
}
