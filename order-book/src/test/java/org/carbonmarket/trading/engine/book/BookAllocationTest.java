package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Once it has grown to the number of orders that rest at a time, a book allocates nothing. The same
 * commands are given again and again, and their bytes counted by the JVM for this thread: the least
 * of several rounds must be 0, since a round may carry the JVM's own (a compilation's, a
 * counter's).
 */
class BookAllocationTest {

    private static final int COMMANDS = 20_000;
    private static final int IDS = 3_000;
    private static final int MID = 5_000;
    private static final int ROUNDS = 40;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CountedEvents events = new CountedEvents();
    private final OrderBook book = new OrderBook(1, 10_000, events);

    private final byte[] kinds = new byte[COMMANDS];
    private final int[] ids = new int[COMMANDS];
    private final int[] prices = new int[COMMANDS];
    private final int[] quantities = new int[COMMANDS];

    BookAllocationTest() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < COMMANDS; n++) {
            kinds[n] = (byte) random.nextInt(12);
            ids[n] = random.nextInt(IDS);
            prices[n] = MID + random.nextInt(-300, 300);
            quantities[n] = random.nextInt(1, 50);
        }
    }

    @Test
    void aBookThatHasGrownAllocatesNothing() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            giveAll();
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            // The first round grows the book.
            least = round == 0 ? least : Math.min(least, bytes);
        }
        assertThat(least).isZero();
        assertThat(events.filled).isGreaterThan(COMMANDS / 10);
        assertThat(events.replaced).isPositive();
        assertThat(events.cancelled).isPositive();
        assertThat(events.rejected).isPositive();
    }

    private void giveAll() {
        for (int n = 0; n < COMMANDS; n++) {
            give(kinds[n], ids[n], prices[n], quantities[n]);
        }
    }

    private void give(int kind, int id, int price, int quantity) {
        boolean buy = (kind & 1) == 0;
        switch (kind >> 1) {
            case 0, 1 -> book.place(id, 1, buy, price, quantity);
            case 2 -> book.placeImmediateOrCancel(id, 1, buy, price, quantity);
            case 3 -> book.takeListing(id + 1L, id, 1, buy, price, quantity, price);
            case 4 -> book.replace(id, price, quantity);
            default -> book.cancel(id);
        }
    }

    private static final class CountedEvents implements BookEvents {
        private long filled;
        private long replaced;
        private long cancelled;
        private long rejected;

        @Override
        public void accepted(long id, int owner, boolean buy, long price, long quantity) {}

        @Override
        public void filled(
                long taker,
                long maker,
                long price,
                long quantity,
                long makerRemaining,
                long takerRemaining) {
            filled++;
        }

        @Override
        public void replaced(long id, long price, long quantity) {
            replaced++;
        }

        @Override
        public void cancelled(long id, long remaining) {
            cancelled++;
        }

        @Override
        public void rejected(long id, BookRefusal reason) {
            rejected++;
        }
    }
}
