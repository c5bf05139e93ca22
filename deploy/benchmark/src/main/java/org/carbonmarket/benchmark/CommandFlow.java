package org.carbonmarket.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.carbonmarket.trading.engine.book.BookEvents;
import org.carbonmarket.trading.engine.book.BookRefusal;
import org.carbonmarket.trading.engine.book.BookView;
import org.carbonmarket.trading.engine.book.OrderBook;

/**
 * Makes commands that fit the book they will meet: each is tried on a book as it is made, so that
 * cancels and replaces name orders that rest then, and crossing orders know what they cross.
 */
final class CommandFlow implements BookEvents {

    private static final int OWNER = 1;
    private static final int LARGEST = 100;

    /** What an order has on average. */
    static final int USUAL = LARGEST / 2;

    private final Commands commands = new Commands();
    private final SplittableRandom random;
    private final OrderBook book;
    private final int highestPrice;

    /** The ids of the resting orders in no order, and where each id stands there. */
    private int[] resting = new int[1 << 10];

    private int[] places = new int[1 << 10];
    private int restingCount;
    private int lastId;
    private int oldest = 1;

    CommandFlow(int highestPrice, long seed) {
        this.highestPrice = highestPrice;
        random = new SplittableRandom(seed);
        book = new OrderBook(1, highestPrice, this);
    }

    BookView view() {
        return book.view();
    }

    int resting() {
        return restingCount;
    }

    int size() {
        return commands.size();
    }

    int chance(int bound) {
        return random.nextInt(bound);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int quantity() {
        return random.nextInt(1, LARGEST);
    }

    /** More often near than far. */
    int distance(int width) {
        int one = random.nextInt(width);
        int other = random.nextInt(width);
        return Math.min(one, other);
    }

    /** The best price of the other side, {@code otherwise} when there is none. */
    int opposite(boolean buy, int otherwise) {
        long best = buy ? view().bestAsk() : view().bestBid();
        return best == OrderBook.NO_PRICE ? otherwise : (int) best;
    }

    /** A price around {@code mid} at which an order rests without trading. */
    int passivePrice(boolean buy, int mid, int width) {
        int price = buy ? mid - 1 - distance(width) : mid + 1 + distance(width);
        int uncrossed = buy ? opposite(true, highestPrice + 1) - 1 : opposite(false, 0) + 1;
        return within(buy ? Math.min(price, uncrossed) : Math.max(price, uncrossed));
    }

    int within(int price) {
        return Math.clamp(price, 1, highestPrice);
    }

    void place(boolean buy, int price, int quantity) {
        int id = ++lastId;
        commands.add(Commands.PLACE, id, buy, price, quantity);
        book.place(id, OWNER, buy, price, quantity);
        if (view().contains(id)) {
            remember(id);
        }
    }

    void immediateOrCancel(boolean buy, int price, int quantity) {
        int id = ++lastId;
        commands.add(Commands.IMMEDIATE_OR_CANCEL, id, buy, price, quantity);
        book.placeImmediateOrCancel(id, OWNER, buy, price, quantity);
    }

    void cancel(int id) {
        commands.add(Commands.CANCEL, id, view().isBuy(id), 0, 0);
        book.cancel(id);
        forget(id);
    }

    /** An order moves to another price with what it has left; at its own price it would stay. */
    void replace(int id, int price) {
        int quantity = (int) view().remaining(id);
        int other = price == view().price(id) ? within(price == 1 ? 2 : price - 1) : price;
        commands.add(Commands.REPLACE, id, view().isBuy(id), other, quantity);
        book.replace(id, other, quantity);
        if (!view().contains(id)) {
            forget(id);
        }
    }

    int anyResting() {
        return resting[random.nextInt(restingCount)];
    }

    int oldestResting() {
        while (!view().contains(oldest)) {
            oldest++;
        }
        return oldest;
    }

    /** Cancels all that still rests, and hands the commands over. */
    Commands finish() {
        while (restingCount > 0) {
            cancel(anyResting());
        }
        return commands;
    }

    private void remember(int id) {
        if (restingCount == resting.length) {
            resting = Arrays.copyOf(resting, restingCount << 1);
        }
        if (id >= places.length) {
            places = Arrays.copyOf(places, id << 1);
        }
        resting[restingCount] = id;
        places[id] = restingCount++;
    }

    private void forget(int id) {
        int last = resting[--restingCount];
        resting[places[id]] = last;
        places[last] = places[id];
    }

    @Override
    public void filled(
            long taker,
            long maker,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining) {
        if (makerRemaining == 0) {
            forget((int) maker);
        }
    }

    @Override
    public void rejected(long id, BookRefusal reason) {
        throw new IllegalStateException("order " + id + " was refused: " + reason);
    }

    @Override
    public void accepted(long id, int owner, boolean buy, long price, long quantity) {}

    @Override
    public void replaced(long id, long price, long quantity) {}

    @Override
    public void cancelled(long id, long remaining) {}
}
