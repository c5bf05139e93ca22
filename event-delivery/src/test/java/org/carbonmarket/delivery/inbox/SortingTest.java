package org.carbonmarket.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SortingTest {

    private static final Stream FUNDS = new Stream(Topic.SETTLEMENT_FUNDS, 1);
    private static final Stream OTHER_FUNDS = new Stream(Topic.SETTLEMENT_FUNDS, 2);
    private static final Stream ACCOUNTS = new Stream(Topic.REGISTRY_ACCOUNTS, 0);
    private static final Stream QUOTES = new Stream(Topic.TRADING_QUOTES, 0);
    private static final String ACCOUNT = "CEA-0000000001";

    @Test
    void theFirstEventOfAStreamHasSequenceOne() {
        Sorting sorting = sorting(Map.of());
        sorting.take(event(FUNDS, 7, 1));
        assertThat(offsets(sorting)).containsExactly(7L);
        assertThat(sorting.positions()).containsEntry(FUNDS, new Position(8, 1));
        assertThat(sorting.gap()).isNull();
    }

    @Test
    void aStreamWhoseBeginningIsGoneStopsUntilAPositionIsGiven() {
        Sorting unknown = sorting(Map.of());
        unknown.take(event(FUNDS, 500, 41));
        assertThat(unknown.gap()).hasMessageContaining("sequence 41 at offset 500 where 1");

        Sorting given = sorting(Map.of(FUNDS, new Position(0, 40)));
        given.take(event(FUNDS, 500, 41));
        assertThat(offsets(given)).containsExactly(500L);
    }

    @Test
    void whatTheBrokerDeliversAgainIsDropped() {
        Sorting sorting = sorting(Map.of(FUNDS, new Position(10, 4)));
        sorting.take(event(FUNDS, 9, 4));
        sorting.take(event(FUNDS, 10, 5));
        assertThat(offsets(sorting)).containsExactly(10L);
        assertThat(sorting.redelivered()).isOne();
    }

    @Test
    void whatThePublisherSendsTwiceIsDropped() {
        Sorting sorting = sorting(Map.of(FUNDS, new Position(10, 4)));
        sorting.take(event(FUNDS, 10, 3));
        sorting.take(event(FUNDS, 11, 4));
        sorting.take(event(FUNDS, 12, 5));
        assertThat(offsets(sorting)).containsExactly(12L);
        assertThat(sorting.duplicates()).isEqualTo(2);
        assertThat(sorting.positions()).containsEntry(FUNDS, new Position(13, 5));
    }

    @Test
    void aGapStopsItsStreamBeforeTheGapAndNoOther() {
        Sorting sorting = sorting(Map.of());
        sorting.take(event(FUNDS, 0, 1));
        sorting.take(event(FUNDS, 1, 3));
        sorting.take(event(FUNDS, 2, 2));
        sorting.take(event(OTHER_FUNDS, 0, 1));
        assertThat(sorting.gap()).hasMessageContaining("where 2 was expected");
        assertThat(sorting.accepted()).hasSize(2);
        assertThat(sorting.positions())
                .containsEntry(FUNDS, new Position(1, 1))
                .containsEntry(OTHER_FUNDS, new Position(1, 1));
    }

    @Test
    void aCompactedTopicHasHolesButNeverStepsBack() {
        Sorting sorting = sorting(Map.of());
        sorting.take(event(ACCOUNTS, 3, 17));
        sorting.take(event(ACCOUNTS, 9, 40));
        sorting.take(event(ACCOUNTS, 10, 40));
        assertThat(offsets(sorting)).containsExactly(3L, 9L);
        assertThat(sorting.duplicates()).isOne();
        assertThat(sorting.gap()).isNull();
    }

    @Test
    void quotesOfOneMomentShareItsSequence() {
        Sorting sorting = sorting(Map.of());
        sorting.take(event(QUOTES, 0, 12, "CN/CEA20"));
        sorting.take(event(QUOTES, 1, 12, "CN/CEA21"));
        sorting.take(event(QUOTES, 2, 11, "CN/CEA20"));
        assertThat(offsets(sorting)).containsExactly(0L, 1L);
    }

    @Test
    void laterMessagesOfAKeyAreParkedBehindItsDeadLetter() {
        Sorting sorting = sorting(Map.of());
        sorting.take(poison(FUNDS, 0, 1));
        sorting.take(event(FUNDS, 1, 2));
        sorting.take(event(FUNDS, 2, 3, "another"));
        assertThat(sorting.kept()).extracting(KeptMessage::parked).containsExactly(false, true);
        assertThat(offsets(sorting)).containsExactly(2L);
        assertThat(sorting.positions()).containsEntry(FUNDS, new Position(3, 3));
    }

    @Test
    void aKeyWithADeadLetterFromBeforeStaysParked() {
        Sorting sorting =
                new Sorting(
                        "test",
                        Map.of(FUNDS, new Position(1, 1)),
                        Set.of(new MessageKey(Topic.SETTLEMENT_FUNDS, ACCOUNT)));
        sorting.take(event(FUNDS, 1, 2));
        assertThat(sorting.accepted()).isEmpty();
        assertThat(sorting.kept()).extracting(KeptMessage::parked).containsExactly(true);
    }

    @Test
    void aMessageWithoutSequenceIsADeadLetterAndLeavesTheSequenceAlone() {
        Sorting sorting = sorting(Map.of(FUNDS, new Position(5, 2)));
        sorting.take(poison(FUNDS, 5, 0));
        sorting.take(event(FUNDS, 6, 3, "another"));
        assertThat(sorting.kept()).hasSize(1);
        assertThat(offsets(sorting)).containsExactly(6L);
    }

    private static Sorting sorting(Map<Stream, Position> positions) {
        return new Sorting("test", positions, Set.of());
    }

    private static List<Long> offsets(Sorting sorting) {
        return sorting.accepted().stream().map(Received::offset).toList();
    }

    private static Arrival event(Stream stream, long offset, long sequence) {
        return event(stream, offset, sequence, ACCOUNT);
    }

    private static Arrival event(Stream stream, long offset, long sequence, String key) {
        return arrival(
                stream,
                offset,
                sequence,
                key,
                new FundsDeposited(
                        AccountId.of(ACCOUNT),
                        Money.ofYuan("1.00"),
                        "bank-1",
                        OffsetDateTime.parse("2021-07-16T09:30:00+08:00")));
    }

    private static Arrival poison(Stream stream, long offset, long sequence) {
        return arrival(stream, offset, sequence, ACCOUNT, null);
    }

    private static Arrival arrival(
            Stream stream, long offset, long sequence, String key, @Nullable FundsDeposited event) {
        return new Arrival(
                stream, offset, sequence, key, List.of(), new byte[0], event, "a reason");
    }
}
