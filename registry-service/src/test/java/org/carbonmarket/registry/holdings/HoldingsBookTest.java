package org.carbonmarket.registry.holdings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.junit.jupiter.api.Test;

class HoldingsBookTest {

    private static final AccountId POWER = AccountId.of("POWER-1");
    private static final AccountId STEEL = AccountId.of("STEEL-1");
    private static final ProductCode CEA = ProductCode.of("CEA");
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2021-07-16T12:00:00+08:00");

    private final HoldingsBook book =
            new HoldingsBook(
                    Map.of(
                            new Holding(POWER, CEA),
                            new Balance(100, 0, 0, 0),
                            new Holding(STEEL, CEA),
                            Balance.EMPTY));

    @Test
    void issuedTonnesAreAvailable() {
        assertThat(book.post(Posting.issue(cause(), STEEL, CEA, Tonnes.of(40)))).isEmpty();

        assertThat(book.balance(new Holding(STEEL, CEA))).isEqualTo(new Balance(40, 0, 0, 0));
    }

    @Test
    void aPostingBuildsOnTheOneBeforeIt() {
        book.post(move(POWER, Bucket.AVAILABLE, POWER, Bucket.IN_TRADING, 100));
        book.post(move(POWER, Bucket.IN_TRADING, POWER, Bucket.DELIVERING, 60));
        book.post(move(POWER, Bucket.DELIVERING, STEEL, Bucket.IN_TRADING, 60));

        assertThat(book.changed())
                .isEqualTo(
                        Map.of(
                                new Holding(POWER, CEA), new Balance(0, 40, 0, 0),
                                new Holding(STEEL, CEA), new Balance(0, 60, 0, 0)));
        assertThat(book.postings()).hasSize(3);
    }

    @Test
    void aBucketIsNeverOverdrawn() {
        assertThat(book.post(move(POWER, Bucket.AVAILABLE, STEEL, Bucket.AVAILABLE, 101)))
                .contains(new Shortage(new Holding(POWER, CEA), Bucket.AVAILABLE, 100, 101));
        assertThat(book.changed()).isEmpty();
        assertThat(book.postings()).isEmpty();
    }

    @Test
    void aShortPostingLeavesNothingHalfDone() {
        Posting both =
                new Posting(
                        PostingReason.DELIVERY,
                        "two legs",
                        "test",
                        NOON,
                        List.of(
                                new Entry(new Place.Held(POWER, Bucket.AVAILABLE), CEA, -50),
                                new Entry(new Place.Held(STEEL, Bucket.AVAILABLE), CEA, 51),
                                new Entry(new Place.Held(STEEL, Bucket.FROZEN), CEA, -1)));

        assertThat(book.post(both)).isPresent();
        assertThat(book.balance(new Holding(POWER, CEA))).isEqualTo(new Balance(100, 0, 0, 0));
    }

    @Test
    void aPostingThatDoesNotSumToZeroDoesNotExist() {
        List<Entry> oneSided = List.of(new Entry(new Place.Held(POWER, Bucket.AVAILABLE), CEA, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Posting(
                                PostingReason.INITIAL_ALLOCATION, "half", "test", NOON, oneSided));
    }

    @Test
    void eachProductSumsToZeroByItself() {
        List<Entry> crossed =
                List.of(
                        new Entry(new Place.Held(POWER, Bucket.AVAILABLE), CEA, -1),
                        new Entry(
                                new Place.Held(STEEL, Bucket.AVAILABLE),
                                ProductCode.of("CCER"),
                                1));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Posting(PostingReason.DELIVERY, "crossed", "test", NOON, crossed));
    }

    @Test
    void aHoldingThatWasNotOpenedIsNotTouched() {
        AccountId stranger = AccountId.of("CEMENT-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        book.post(move(POWER, Bucket.AVAILABLE, stranger, Bucket.AVAILABLE, 1)));
    }

    private static Posting move(
            AccountId from, Bucket out, AccountId to, Bucket into, long tonnes) {
        return Posting.move(
                cause(),
                new Place.Held(from, out),
                new Place.Held(to, into),
                CEA,
                Tonnes.of(tonnes));
    }

    private static Posting.Cause cause() {
        return new Posting.Cause(PostingReason.DELIVERY, "doc", "test", NOON);
    }
}
