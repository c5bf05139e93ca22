package org.carbonmarket.trading.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.QuoteEvent.Level;
import org.carbonmarket.events.trading.Side;

/** One product's book under the five-level rule. */
final class ListedBook {

    /** Told of each fill, resting side by its number, before the next is looked for. */
    interface Fills {
        void filled(long restingNumber, long price, long tonnes);
    }

    static final long NO_LISTING = -1;
    static final int LEVELS = 5;

    private final NavigableMap<Long, List<OpenOrder>> bids =
            new TreeMap<>((a, b) -> Long.compare(b, a));
    private final NavigableMap<Long, List<OpenOrder>> asks = new TreeMap<>();

    private NavigableMap<Long, List<OpenOrder>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private static Side other(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    private static boolean reaches(Side side, long price, long level) {
        return side == Side.BUY ? level <= price : level >= price;
    }

    private long reach(Side side, long price) {
        long worst = price;
        int n = 0;
        for (long level : side(other(side)).keySet()) {
            if (!reaches(side, price, level)) {
                return price;
            }
            if (++n == LEVELS) {
                return level;
            }
        }
        return worst;
    }

    boolean isAtBest(Side side, long listing, long price) {
        Map.Entry<Long, List<OpenOrder>> best = side(other(side)).firstEntry();
        return best != null
                && reaches(side, price, best.getKey())
                && best.getValue().stream().anyMatch(o -> o.number() == listing);
    }

    boolean wouldMeet(int account, Side side, long price, long tonnes, long listing) {
        long reach = reach(side, price);
        long left = tonnes;
        if (listing != NO_LISTING) {
            for (OpenOrder o : side(other(side)).firstEntry().getValue()) {
                if (o.number() == listing) {
                    if (o.account().index() == account) {
                        return true;
                    }
                    left -= o.remaining();
                }
            }
        }
        for (Map.Entry<Long, List<OpenOrder>> level : side(other(side)).entrySet()) {
            if (!reaches(side, reach, level.getKey())) {
                return false;
            }
            for (OpenOrder o : level.getValue()) {
                if (left <= 0) {
                    return false;
                }
                if (o.number() == listing) {
                    continue;
                }
                if (o.account().index() == account) {
                    return true;
                }
                left -= o.remaining();
            }
        }
        return false;
    }

    long take(OpenOrder order, long listing, Fills fills) {
        long reach = reach(order.side(), order.price());
        NavigableMap<Long, List<OpenOrder>> others = side(other(order.side()));
        if (listing != NO_LISTING) {
            List<OpenOrder> best = others.firstEntry().getValue();
            for (OpenOrder o : List.copyOf(best)) {
                if (o.number() == listing) {
                    fill(order, o, fills, best.iterator(), best);
                }
            }
            others.values().removeIf(List::isEmpty);
        }
        while (order.remaining() > 0 && !others.isEmpty()) {
            Map.Entry<Long, List<OpenOrder>> level = others.firstEntry();
            if (!reaches(order.side(), reach, level.getKey())) {
                break;
            }
            while (order.remaining() > 0 && !level.getValue().isEmpty()) {
                fill(
                        order,
                        level.getValue().getFirst(),
                        fills,
                        level.getValue().iterator(),
                        level.getValue());
            }
            others.values().removeIf(List::isEmpty);
        }
        return reach;
    }

    private static void fill(
            OpenOrder order,
            OpenOrder resting,
            Fills fills,
            Iterator<OpenOrder> unused,
            List<OpenOrder> level) {
        long tonnes = Math.min(order.remaining(), resting.remaining());
        fills.filled(resting.number(), resting.price(), tonnes);
        if (resting.remaining() == 0) {
            level.remove(resting);
        }
    }

    boolean wouldCross(OpenOrder order) {
        NavigableMap<Long, List<OpenOrder>> others = side(other(order.side()));
        return !others.isEmpty() && reaches(order.side(), order.price(), others.firstKey());
    }

    void rest(OpenOrder order) {
        side(order.side()).computeIfAbsent(order.price(), p -> new ArrayList<>()).add(order);
    }

    void cancel(OpenOrder order) {
        side(order.side()).getOrDefault(order.price(), new ArrayList<>()).remove(order);
        side(order.side()).values().removeIf(List::isEmpty);
    }

    List<Level> best(Side side) {
        List<Level> levels = new ArrayList<>();
        side(side)
                .forEach((p, os) -> {
                    if (levels.size() < LEVELS) {
                        levels.add(
                                new Level(
                                        Price.ofFen(p),
                                        Tonnes.of(
                                                os.stream().mapToLong(OpenOrder::remaining).sum()),
                                        os.size()));
                    }
                });
        return levels;
    }

    static ListedBook of(org.carbonmarket.trading.engine.session.Product product) {
        return new ListedBook();
    }
}
