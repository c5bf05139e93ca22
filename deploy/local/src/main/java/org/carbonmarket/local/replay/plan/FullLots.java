package org.carbonmarket.local.replay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.local.replay.plan.TwoTerms.Bounds;
import org.carbonmarket.local.replay.plan.TwoTerms.Solution;

/**
 * Days above one lot, reckoned from full lots: {@code k} lots of {@code C} tonnes hold {@code s =
 * kC - V} tonnes too many. With {@code e} for what a lot's price lies above the low, {@code S} for
 * the sum of all {@code e} and {@code R = CS - E}, the tonnes {@code r} to be taken off the lots
 * must satisfy {@code sum r = s} and {@code sum r e = R}. They come off the lots at the low, the
 * opening, the high and one lot at a price of choice, {@code x}; the remaining lots stay full and
 * share what is left of {@code S} as evenly as whole fen allow, so that at most five prices rest at
 * once.
 */
final class FullLots {

    /** Lots beyond the fewest conceivable before giving up; never reached, see the tests. */
    private static final int MOST_EXTRA = 6;

    /** Tonnes taken off the opening that are tried, from either end. */
    private static final long OPENING_TRIES = 10;

    private final ListedGoal goal;
    private final long lot;
    private final int count;
    private final int free;
    private final long excessTonnes;

    private FullLots(ListedGoal goal, long lot, int count) {
        this.goal = goal;
        this.lot = lot;
        this.count = count;
        this.free = count - goal.prices();
        this.excessTonnes = Math.multiplyExact(lot, count) - goal.tonnes();
    }

    static ListedTrades of(ListedGoal goal, long lot) {
        int fewest = (int) Math.max(Math.ceilDiv(goal.tonnes(), lot), goal.prices());
        for (int count = fewest; count <= fewest + MOST_EXTRA; count++) {
            Optional<ListedTrades> found = new FullLots(goal, lot, count).find();
            if (found.isPresent()) {
                return found.orElseThrow();
            }
        }
        throw new IllegalStateException("no few lots were found for " + goal);
    }

    private Optional<ListedTrades> find() {
        long least = Math.max(goal.neededExcess(), Math.ceilDiv(goal.excess(), lot));
        long most =
                Math.min(
                        goal.neededExcess() + free * goal.spread(),
                        Math.floorDiv(
                                Math.addExact(
                                        goal.excess(),
                                        Math.multiplyExact(excessTonnes, goal.spread())),
                                lot));
        for (long sum = least; sum <= most; sum++) {
            Optional<ListedTrades> found = withSum(sum);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** With a sum of the prices above the low. */
    private Optional<ListedTrades> withSum(long sum) {
        long shared = sum - goal.neededExcess();
        if (free == 0) {
            return shared == 0 ? withPrice(sum, 0) : Optional.empty();
        }
        long leastX = Math.max(0, shared - (free - 1) * goal.spread());
        long mostX = Math.min(goal.spread(), shared);
        long likely = Math.floorMod(lot * sum - goal.excess(), goal.spread());
        if (likely >= leastX && likely <= mostX) {
            Optional<ListedTrades> found = withPrice(sum, likely);
            if (found.isPresent()) {
                return found;
            }
        }
        for (long x = leastX; x <= mostX; x++) {
            Optional<ListedTrades> found = withPrice(sum, x);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** With the price of choice so far above the low. */
    private Optional<ListedTrades> withPrice(long sum, long x) {
        if (goal.prices() < 3) {
            return withOpening(sum, x, 0);
        }
        for (long tried = 0; tried < Math.min(lot, OPENING_TRIES); tried++) {
            Optional<ListedTrades> few = withOpening(sum, x, tried);
            if (few.isPresent()) {
                return few;
            }
            Optional<ListedTrades> many = withOpening(sum, x, lot - 1 - tried);
            if (many.isPresent()) {
                return many;
            }
        }
        return free == 0 ? withoutChoice(sum) : Optional.empty();
    }

    private Optional<ListedTrades> withOpening(long sum, long x, long offOpening) {
        long target = lot * sum - goal.excess() - offOpening * goal.openExcess();
        long off = excessTonnes - offOpening;
        long atX = free == 0 ? 0 : lot - 1;
        return new TwoTerms(x, goal.spread(), target)
                .within(
                        new Bounds(0, atX),
                        new Bounds(0, lot - 1),
                        new Bounds(Math.max(0, off - (lot - 1)), off))
                .map(found -> trades(sum, x, offOpening, found));
    }

    /** Only opening, high and low: every number of tonnes off the opening is tried at once. */
    private Optional<ListedTrades> withoutChoice(long sum) {
        Bounds each = new Bounds(0, lot - 1);
        return new TwoTerms(goal.openExcess(), goal.spread(), lot * sum - goal.excess())
                .within(each, each, new Bounds(Math.max(0, excessTonnes - (lot - 1)), excessTonnes))
                .map(found -> trades(sum, 0, found.i(), new Solution(0, found.j())));
    }

    private ListedTrades trades(long sum, long x, long offOpening, Solution off) {
        long offLow = excessTonnes - offOpening - off.i() - off.j();
        PlannedTrade low = new PlannedTrade(goal.low(), lot - offLow);
        PlannedTrade high = new PlannedTrade(goal.high(), lot - off.j());
        List<PlannedTrade> trades = new ArrayList<>();
        if (goal.prices() == 3) {
            trades.add(new PlannedTrade(goal.open(), lot - offOpening));
        }
        trades.addAll(goal.open() == goal.low() ? List.of(low, high) : List.of(high, low));
        if (free > 0) {
            trades.add(new PlannedTrade(goal.low() + x, lot - off.i()));
        }
        long left = sum - goal.neededExcess() - x;
        for (int lots = free - 1; lots > 0; lots--) {
            long each = left / lots;
            trades.add(new PlannedTrade(goal.low() + each, lot));
            left -= each;
        }
        if (trades.size() != count) {
            throw new IllegalStateException("lots were lost of " + goal);
        }
        return new ListedTrades(trades);
    }
}
