package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The book and the reference take the same random commands and must agree on every event. {@code
 * -Dbook.model.commands=1000000} runs it at full size.
 */
class OrderBookModelTest {

    private static final int COMMANDS = Integer.getInteger("book.model.commands", 20_000);
    private static final int LOWEST = 1;
    private static final int OWNERS = 6;
    private static final int WHOLE_BOOK_EVERY = 97;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBookAndTheReferenceAgreeOnEveryEvent(int seed) {
        new Run(seed).go();
    }

    private static final class Run {
        private final int seed;
        private final SplittableRandom random;
        private final int highest;
        private final int ids;
        private final WrittenEvents events = new WrittenEvents();
        private final WrittenEvents expected = new WrittenEvents();
        private final OrderBook book;
        private final ReferenceBook reference;
        private String command = "";

        Run(int seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            // Narrow bands make long queues, wide ones long searches for the next price.
            highest = new int[] {12, 63, 700, 300_000}[seed % 4];
            ids = 60 + 20 * (seed % 3);
            book = new OrderBook(LOWEST, highest, events);
            reference = new ReferenceBook(LOWEST, highest, expected);
        }

        void go() {
            for (int n = 0; n < COMMANDS; n++) {
                step();
                assertThat(events.take())
                        .as("seed %d, command %d: %s", seed, n, command)
                        .isEqualTo(expected.take());
                if (n % WHOLE_BOOK_EVERY == 0) {
                    compareWholeBook(n);
                }
            }
        }

        private long price() {
            int edge = random.nextInt(40);
            if (edge < 2) {
                return edge == 0 ? LOWEST - 1L : highest + 1L;
            }
            return highest > 100_000 && random.nextBoolean()
                    ? random.nextLong(highest / 2 - 20, highest / 2 + 20)
                    : random.nextLong(LOWEST, highest + 1L);
        }

        private void step() {
            int kind = random.nextInt(100);
            long id = random.nextInt(ids);
            int owner = random.nextInt(OWNERS);
            boolean buy = random.nextBoolean();
            long price = price();
            long quantity = random.nextInt(50) == 0 ? random.nextInt(-1, 1) : random.nextInt(1, 30);
            long reach = buy ? random.nextInt(4) : -random.nextInt(4);
            command = "%d %d %d %b %d %d".formatted(kind, id, owner, buy, price, quantity);
            assertThat(book.view().meetsOwner(owner, buy, price, quantity))
                    .isEqualTo(reference.meetsOwner(owner, buy, price, quantity));
            if (kind < 45) {
                book.place(id, owner, buy, price, quantity, price + reach);
                reference.place(id, owner, buy, price, quantity, price + reach);
            } else if (kind < 55) {
                book.placeImmediateOrCancel(id, owner, buy, price, quantity);
                reference.placeImmediateOrCancel(id, owner, buy, price, quantity);
            } else if (kind < 60) {
                long listing = random.nextInt(ids);
                book.takeListing(listing, id, owner, buy, price, quantity, price + reach);
                reference.takeListing(listing, id, owner, buy, price, quantity, price + reach);
            } else if (kind < 80) {
                book.cancel(id);
                reference.cancel(id);
            } else {
                long samePrice = random.nextBoolean() ? price : book.view().price(id);
                book.replace(id, samePrice, quantity);
                reference.replace(id, samePrice, quantity, samePrice);
            }
        }

        private void compareWholeBook(int n) {
            for (boolean buy : new boolean[] {true, false}) {
                List<String> shown = new ArrayList<>();
                book.view()
                        .forEach(
                                buy,
                                (id, owner, side, price, remaining) ->
                                        shown.add(row(id, owner, side, price, remaining)));
                List<String> wanted =
                        reference.inPriority(buy).stream()
                                .map(o -> row(o.id, o.owner, o.buy, o.price, o.remaining))
                                .toList();
                assertThat(shown).as("seed %d after command %d", seed, n).isEqualTo(wanted);
                compareLevels(buy);
            }
        }

        private void compareLevels(boolean buy) {
            int level = 0;
            for (var entry : reference.side(buy).entrySet()) {
                long price = entry.getKey();
                long total = entry.getValue().stream().mapToLong(o -> o.remaining).sum();
                assertThat(book.view().levelPrice(buy, level)).isEqualTo(price);
                assertThat(book.view().quantityAt(buy, price)).isEqualTo(total);
                assertThat(book.view().ordersAt(buy, price)).isEqualTo(entry.getValue().size());
                level++;
            }
            assertThat(book.view().levelPrice(buy, level)).isEqualTo(OrderBook.NO_PRICE);
        }

        private static String row(long id, int owner, boolean buy, long price, long remaining) {
            return id + " " + owner + " " + buy + " " + price + " " + remaining;
        }
    }
}
