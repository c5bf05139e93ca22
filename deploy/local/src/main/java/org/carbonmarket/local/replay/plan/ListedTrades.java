package org.carbonmarket.local.replay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.local.replay.plan.TwoTerms.Bounds;
import org.carbonmarket.local.replay.plan.TwoTerms.Solution;

/**
 * The listings of a day: as few as give its opening, high, low, volume and amount to the fen.
 *
 * <p>Within one lot that is a listing for each price that must occur and, where those alone do not
 * hit the amount, a single tonne at one more price: {@code E = qH + x}, so q tonnes at the high,
 * one at x above the low, the rest at the low. Above one lot see {@link FullLots}.
 *
 * @param trades the opening first
 */
record ListedTrades(List<PlannedTrade> trades) {

    ListedTrades {
        trades = List.copyOf(trades);
    }

    /**
     * The trades of a possible goal.
     *
     * @param lot the largest listed order in tonnes
     */
    static ListedTrades of(ListedGoal goal, long lot) {
        if (!goal.isPossible()) {
            throw new IllegalArgumentException("no set of trades gives this: " + goal);
        }
        if (goal.prices() == 1) {
            return level(goal, lot);
        }
        return goal.tonnes() <= lot ? withinOneLot(goal) : FullLots.of(goal, lot);
    }

    private static ListedTrades level(ListedGoal goal, long lot) {
        List<PlannedTrade> trades = new ArrayList<>();
        for (long left = goal.tonnes(); left > 0; left -= lot) {
            trades.add(new PlannedTrade(goal.open(), Math.min(lot, left)));
        }
        return new ListedTrades(trades);
    }

    private static ListedTrades withinOneLot(ListedGoal goal) {
        long most = goal.tonnes() - 1;
        boolean three = goal.prices() == 3;
        Optional<Solution> needed =
                new TwoTerms(three ? goal.openExcess() : 0, goal.spread(), goal.excess())
                        .within(
                                three ? new Bounds(1, most) : new Bounds(0, 0),
                                new Bounds(1, most),
                                new Bounds(1, most));
        if (needed.isPresent()) {
            Solution tonnes = needed.orElseThrow();
            return ordered(goal, tonnes.i(), tonnes.j(), 0);
        }
        long atOpen = three ? 1 : 0;
        long rest = goal.excess() - atOpen * goal.openExcess();
        return ordered(goal, atOpen, rest / goal.spread(), rest % goal.spread());
    }

    /** Tonnes at the opening if it is neither high nor low, at the high, one at x, the rest low. */
    private static ListedTrades ordered(ListedGoal goal, long atOpen, long atHigh, long x) {
        long atX = x == 0 ? 0 : 1;
        List<PlannedTrade> trades = new ArrayList<>();
        add(trades, goal.open(), atOpen);
        PlannedTrade high = new PlannedTrade(goal.high(), atHigh);
        PlannedTrade low = new PlannedTrade(goal.low(), goal.tonnes() - atOpen - atHigh - atX);
        trades.addAll(goal.open() == goal.low() ? List.of(low, high) : List.of(high, low));
        add(trades, goal.low() + x, atX);
        return new ListedTrades(trades);
    }

    private static void add(List<PlannedTrade> trades, long price, long tonnes) {
        if (tonnes > 0) {
            trades.add(new PlannedTrade(price, tonnes));
        }
    }
}
