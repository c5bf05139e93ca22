package org.carbonmarket.trading.marketdata.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.trading.marketdata.stream.FeedEvent.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one reader gets, decided without network, broker or database. */
class StreamReaderTest {

    private static final ProductCode CEA = ProductCode.of("CEA");
    private static final ProductCode CEA21 = ProductCode.of("CEA21");
    private static final int REMEMBERED = 4;

    private final MarketFeed feed = new MarketFeed(Market.CN, REMEMBERED, List.of(), 0);
    private final Taker taker = new Taker();

    @Test
    void everyTradeComesOnceAndInOrder() {
        trades(1, 2);
        open("CN.0.0.0", Long.MAX_VALUE);
        trades(3, 4);
        assertThat(taker.names).containsExactly("T1", "T2", "T3", "T4");
        assertThat(taker.cursor).isEqualTo("CN.0.4.0");
    }

    @Test
    void whatWasTakenBeforeDoesNotComeAgain() {
        trades(1, 3);
        trades(1, 3);
        open("CN.0.0.0", Long.MAX_VALUE);
        assertThat(taker.names).containsExactly("T1", "T2", "T3");
    }

    @Test
    void aReaderThatIsBehindGetsOnlyTheNewestQuoteOfAProduct() {
        open("CN.0.0.0", 1);
        quote(CEA, 1_000);
        quote(CEA, 2_000);
        quote(CEA21, 2_001);
        quote(CEA, 3_000);
        taker.ask(9);
        assertThat(taker.names).containsExactly("Q1000", "Q2001", "Q3000");
        assertThat(taker.cursor).isEqualTo("CN.3000.0.0");
    }

    @Test
    void nothingIsSentThatWasNotAskedFor() {
        trades(1, 3);
        open("CN.0.0.0", 2);
        assertThat(taker.names).containsExactly("T1", "T2");
        taker.ask(1);
        assertThat(taker.names).containsExactly("T1", "T2", "T3");
    }

    @Test
    void whatIsOlderThanRememberedComesFromTheDatabase() {
        trades(1, 10);
        open("CN.0.2.0", Long.MAX_VALUE);
        assertThat(taker.names).containsExactly("T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10");
    }

    @Test
    void aReaderThatFallsBehindEverythingRememberedIsSentAwayWithTheReason() {
        trades(1, 1);
        open("CN.0.0.0", 1);
        trades(2, 2 + 2 * REMEMBERED);
        taker.ask(1);
        assertThat(taker.names).containsExactly("T1", "SLOW_CONSUMER");
        assertThat(taker.isComplete).isTrue();
    }

    @Test
    void aReaderThatTakesNothingIsSentAwayWithTheReason() {
        trades(1, 2);
        StreamReader reader = open("CN.0.0.0", 1);
        for (int look = 0; look < 3; look++) {
            reader.look(2);
        }
        assertThat(taker.names).containsExactly("T1", "SLOW_CONSUMER");
    }

    @Test
    void aQuietStreamCarriesAHeartbeat() {
        StreamReader reader = open("CN.0.0.0", Long.MAX_VALUE);
        reader.look(2);
        assertThat(taker.names).isEmpty();
        reader.look(2);
        assertThat(taker.names).containsExactly("heartbeat");
    }

    @Test
    void whatAReaderDoesNotWantIsPassedOver() {
        Interest sessions = new Interest(Set.of(), Set.of(Kind.SESSION));
        new StreamReader(
                        feed,
                        this::stored,
                        sessions,
                        Cursor.parse(Market.CN, "CN.0.0.0"),
                        taker,
                        Runnable::run,
                        () -> {})
                .open();
        taker.ask(9);
        trades(1, 2);
        quote(CEA, 1_000);
        feed.take(new FeedEvent(Kind.SESSION, 1, null, "S1", "{}"));
        assertThat(taker.names).containsExactly("S1");
        assertThat(taker.cursor).isEqualTo("CN.1000.2.1");
    }

    private StreamReader open(String after, long demand) {
        StreamReader reader =
                new StreamReader(
                        feed,
                        this::stored,
                        new Interest(Set.of(), Set.of(Kind.values())),
                        Cursor.parse(Market.CN, after),
                        taker,
                        Runnable::run,
                        () -> {});
        reader.open();
        taker.ask(demand);
        return reader;
    }

    private void trades(long from, long to) {
        for (long number = from; number <= to; number++) {
            feed.take(trade(number));
        }
    }

    private void quote(ProductCode product, long sequence) {
        feed.take(new FeedEvent(Kind.QUOTE, sequence, product, "Q" + sequence, "{}"));
    }

    private static FeedEvent trade(long number) {
        return new FeedEvent(Kind.TRADE, number, CEA, "T" + number, "{}");
    }

    /** The database holds the first eight trades. */
    private List<FeedEvent> stored(Market market, long after, int most) {
        List<FeedEvent> found = new ArrayList<>();
        for (long number = after + 1; number <= 8; number++) {
            found.add(trade(number));
        }
        return found;
    }

    /** A reader that notes what it gets. */
    private static final class Taker implements Flow.Subscriber<StreamItem> {

        private final List<String> names = new ArrayList<>();
        private String cursor = "";
        private boolean isComplete;
        private Flow.@Nullable Subscription stream;

        void ask(long count) {
            Flow.Subscription open = stream;
            if (open != null) {
                open.request(count);
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            stream = subscription;
        }

        @Override
        public void onNext(StreamItem item) {
            switch (item) {
                case StreamItem.Event(Cursor at, FeedEvent event) -> {
                    names.add(event.name());
                    cursor = at.toString();
                }
                case StreamItem.Heartbeat _ -> names.add("heartbeat");
                case StreamItem.End end -> names.add(end.code());
            }
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            isComplete = true;
        }
    }
}
