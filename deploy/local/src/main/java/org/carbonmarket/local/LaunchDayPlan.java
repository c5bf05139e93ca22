package org.carbonmarket.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The trades of a day whose opening, high, volume and amount are given: a path of prices from the
 * opening up to the high and back, made to fit to the fen.
 *
 * @param trades in the order they are to be made
 */
record LaunchDayPlan(List<PlannedTrade> trades) {

    private static final long LARGEST = 99_999;

    LaunchDayPlan {
        trades = List.copyOf(trades);
    }

    /**
     * A trade to be made.
     *
     * @param price fen per tonne
     * @param tonnes 1 to 99,999
     */
    record PlannedTrade(long price, long tonnes) {
        long amount() {
            return Math.multiplyExact(price, tonnes);
        }
    }

    /**
     * What the day must come to.
     *
     * @param opening the first trade's price in fen, and the day's low
     * @param high the day's high in fen
     * @param volume tonnes
     * @param amount fen
     */
    record Goal(long opening, long high, long volume, long amount) {}

    /** Plans a day of about so many trades. */
    static LaunchDayPlan of(Goal goal, int count) {
        long[] tonnes = shares(goal.volume(), count);
        long[] prices = path(goal, tonnes);
        long rest = goal.amount() - amount(prices, tonnes);
        for (boolean raised = true; raised; ) {
            raised = false;
            for (int i = 1; i < prices.length; i++) {
                if (prices[i] < goal.high() && tonnes[i] <= rest) {
                    prices[i]++;
                    rest -= tonnes[i];
                    raised = true;
                }
            }
        }
        return new LaunchDayPlan(withRest(goal, prices, tonnes, rest));
    }

    /** Uneven shares that add up to the volume. */
    private static long[] shares(long volume, int count) {
        long[] tonnes = new long[count];
        long mean = volume / count;
        long left = volume;
        for (int i = 0; i < count - 1; i++) {
            tonnes[i] = Math.max(1, mean * (70 + 61L * i % 61) / 100);
            left -= tonnes[i];
        }
        tonnes[count - 1] = left;
        for (int i = count - 1; tonnes[i] > LARGEST; i--) {
            long moved = tonnes[i] - LARGEST;
            tonnes[i] = LARGEST;
            tonnes[i - 1] += moved;
        }
        return tonnes;
    }

    /**
     * From the opening to the high by a third of the day, then level with the average that is left,
     * rounded down so that the amount stays at or below the goal.
     */
    private static long[] path(Goal goal, long[] tonnes) {
        int count = tonnes.length;
        int top = count / 3;
        long[] prices = new long[count];
        long spent = 0;
        long left = goal.volume();
        for (int i = 0; i <= top; i++) {
            prices[i] = goal.opening() + (goal.high() - goal.opening()) * i / top;
            spent += prices[i] * tonnes[i];
            left -= tonnes[i];
        }
        long level = (goal.amount() - spent) / left;
        for (int i = top + 1; i < count; i++) {
            prices[i] = Math.clamp(level, goal.opening(), goal.high());
        }
        return prices;
    }

    private static long amount(long[] prices, long[] tonnes) {
        long amount = 0;
        for (int i = 0; i < prices.length; i++) {
            amount = Math.addExact(amount, Math.multiplyExact(prices[i], tonnes[i]));
        }
        return amount;
    }

    /** Moves the last fen by selling a part of one trade one fen dearer. */
    private static List<PlannedTrade> withRest(Goal goal, long[] prices, long[] tonnes, long rest) {
        List<PlannedTrade> trades = new ArrayList<>();
        long open = rest;
        for (int i = 0; i < prices.length; i++) {
            if (i > 0 && open > 0 && open < tonnes[i] && prices[i] < goal.high()) {
                trades.add(new PlannedTrade(prices[i], tonnes[i] - open));
                trades.add(new PlannedTrade(prices[i] + 1, open));
                open = 0;
            } else {
                trades.add(new PlannedTrade(prices[i], tonnes[i]));
            }
        }
        if (open != 0) {
            throw new IllegalArgumentException("no set of trades gives this amount: " + goal);
        }
        return trades;
    }
}
