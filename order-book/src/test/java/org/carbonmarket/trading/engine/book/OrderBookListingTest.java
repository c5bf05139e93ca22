package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.carbonmarket.trading.engine.book.WrittenEvents.Cancelled;
import org.carbonmarket.trading.engine.book.WrittenEvents.Filled;
import org.carbonmarket.trading.engine.book.WrittenEvents.Rejected;
import org.junit.jupiter.api.Test;

/** An order names the listing it takes; an owner does not meet itself. */
class OrderBookListingTest extends BookUnderOrders {

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
