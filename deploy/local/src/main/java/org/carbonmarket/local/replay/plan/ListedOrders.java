package org.carbonmarket.local.replay.plan;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.local.replay.plan.PlannedOrder.Side;

/**
 * The orders of a product's day, as few as give its figures: listings rest at the prices of the
 * trades, and orders as large as allowed take them, best price first. A day that opens at its low
 * is sold to its takers from the low upwards, one that opens at its high is bought from the high
 * downwards, any other opens with a pair of its own.
 *
 * <p>Within one lot {@code d} prices need {@code d + 1} orders, for no order rests at two prices
 * and the last one does not rest; above it each side needs {@code ceil(V / lot)}, which are enough
 * unless the prices that must occur are more.
 *
 * @param stages each of one side, to be entered in this order; a stage begins when the one before
 *     has been answered
 */
public record ListedOrders(List<List<PlannedOrder>> stages) {

    public ListedOrders {
        stages = stages.stream().map(List::copyOf).toList();
    }

    /**
     * The orders of a possible goal.
     *
     * @param lot the largest listed order in tonnes
     */
    public static ListedOrders of(ListedGoal goal, long lot) {
        List<PlannedTrade> trades = ListedTrades.of(goal, lot).trades();
        if (goal.open() == goal.low()) {
            return new ListedOrders(listedAndTaken(Side.SELL, trades, goal.high(), lot));
        }
        if (goal.open() == goal.high()) {
            return new ListedOrders(listedAndTaken(Side.BUY, trades, goal.low(), lot));
        }
        return goal.tonnes() <= lot ? chain(goal, trades) : opened(goal, trades, lot);
    }

    /** How many orders there are. */
    public int size() {
        return stages.stream().mapToInt(List::size).sum();
    }

    private static List<List<PlannedOrder>> listedAndTaken(
            Side resting, List<PlannedTrade> trades, long limit, long lot) {
        Side taking = resting == Side.SELL ? Side.BUY : Side.SELL;
        List<PlannedOrder> takers = new ArrayList<>();
        for (long left = tonnes(trades); left > 0; left -= lot) {
            takers.add(new PlannedOrder(taking, limit, Math.min(lot, left)));
        }
        return List.of(listings(resting, trades), takers);
    }

    private static List<PlannedOrder> listings(Side side, List<PlannedTrade> trades) {
        return trades.stream()
                .map(trade -> new PlannedOrder(side, trade.price(), trade.tonnes()))
                .toList();
    }

    private static long tonnes(List<PlannedTrade> trades) {
        return trades.stream().mapToLong(PlannedTrade::tonnes).sum();
    }

    /**
     * Each order takes what the one before left and rests with its own remainder: opening, high,
     * low, and all that rests by then.
     */
    private static ListedOrders chain(ListedGoal goal, List<PlannedTrade> trades) {
        long open = trades.get(0).tonnes();
        long high = trades.get(1).tonnes();
        long low = trades.get(2).tonnes();
        List<PlannedTrade> others = trades.subList(3, trades.size());
        List<PlannedOrder> resting = new ArrayList<>();
        resting.add(new PlannedOrder(Side.SELL, goal.low(), high + low));
        resting.addAll(listings(Side.SELL, others));
        return new ListedOrders(
                List.of(
                        List.of(new PlannedOrder(Side.SELL, goal.open(), open)),
                        List.of(new PlannedOrder(Side.BUY, goal.high(), open + high)),
                        resting,
                        List.of(new PlannedOrder(Side.BUY, goal.high(), low + tonnes(others)))));
    }

    private static ListedOrders opened(ListedGoal goal, List<PlannedTrade> trades, long lot) {
        PlannedTrade first = trades.getFirst();
        List<List<PlannedOrder>> stages = new ArrayList<>();
        stages.add(listings(Side.SELL, List.of(first)));
        stages.add(listings(Side.BUY, List.of(first)));
        stages.addAll(
                listedAndTaken(Side.SELL, trades.subList(1, trades.size()), goal.high(), lot));
        return new ListedOrders(stages);
    }
}
