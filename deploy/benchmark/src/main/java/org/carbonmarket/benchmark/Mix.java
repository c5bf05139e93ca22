package org.carbonmarket.benchmark;

/**
 * Which commands a flow is made of, in parts of a hundred; the rest are cancels.
 *
 * @param place orders that rest
 * @param cross orders that trade at once with one or more resting ones
 * @param replace resting orders that move, one in fifty of them across the spread
 * @param immediate immediate-or-cancel orders, small, every other one too far away to trade
 * @param crossed how many resting orders an order that crosses takes on average
 * @param depth how many orders rest on average
 * @param width how far from the market orders rest, in ticks
 */
record Mix(int place, int cross, int replace, int immediate, int crossed, int depth, int width) {

    /** Adds one command, the market standing at {@code mid}. */
    void step(CommandFlow flow, int mid, boolean oldestFirst) {
        int kind = flow.chance(100);
        boolean buy = flow.coin();
        if (flow.resting() < 2 || kind < place) {
            flow.place(buy, flow.passivePrice(buy, mid, width), flow.quantity());
        } else if (kind < place + cross) {
            cross(flow, mid, buy);
        } else if (kind < place + cross + replace) {
            replace(flow, mid, oldestFirst ? flow.oldestResting() : flow.anyResting());
        } else if (kind < place + cross + replace + immediate) {
            int best = flow.opposite(buy, mid);
            int price = flow.coin() ? best : buy ? best - 1 : best + 1;
            flow.immediateOrCancel(buy, flow.within(price), 1 + flow.chance(CommandFlow.USUAL / 4));
        } else {
            flow.cancel(oldestFirst ? flow.oldestResting() : flow.anyResting());
        }
    }

    /** Takes more when more rests than should and less when less, so that the depth holds. */
    private void cross(CommandFlow flow, int mid, boolean buy) {
        int orders = 1 + flow.chance(2 * crossed - 1);
        int wanted = flow.resting() > depth ? orders * 2 : Math.max(1, orders / 2);
        int best = flow.opposite(buy, mid);
        int limit = buy ? Math.max(best, mid) + width / 8 : Math.min(best, mid) - width / 8;
        flow.place(buy, flow.within(limit), wanted * CommandFlow.USUAL);
    }

    private void replace(CommandFlow flow, int mid, int id) {
        boolean buy = flow.view().isBuy(id);
        boolean crosses = flow.chance(50) == 0;
        int price = crosses ? flow.opposite(buy, mid) : flow.passivePrice(buy, mid, width);
        flow.replace(id, flow.within(price));
    }
}
