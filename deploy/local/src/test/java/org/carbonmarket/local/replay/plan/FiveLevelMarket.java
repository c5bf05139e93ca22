package org.carbonmarket.local.replay.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonmarket.local.replay.plan.PlannedOrder.Side;

/** The listed market in a few lines: best price first, at the resting price, five levels. */
final class FiveLevelMarket {

    private static final int LEVELS = 5;

    private final List<PlannedOrder> resting = new ArrayList<>();
    private final List<PlannedTrade> trades = new ArrayList<>();

    void enter(PlannedOrder order) {
        long left = order.tonnes();
        Set<Long> levels = new HashSet<>();
        for (PlannedOrder best : crossing(order)) {
            levels.add(best.price());
            if (left == 0 || levels.size() > LEVELS) {
                break;
            }
            long tonnes = Math.min(left, best.tonnes());
            trades.add(new PlannedTrade(best.price(), tonnes));
            left -= tonnes;
            int place = resting.indexOf(best);
            resting.remove(place);
            if (tonnes < best.tonnes()) {
                resting.add(
                        place, new PlannedOrder(best.side(), best.price(), best.tonnes() - tonnes));
            }
        }
        if (left > 0) {
            resting.add(new PlannedOrder(order.side(), order.price(), left));
        }
    }

    private List<PlannedOrder> crossing(PlannedOrder order) {
        boolean buys = order.side() == Side.BUY;
        Comparator<PlannedOrder> cheapest = Comparator.comparingLong(PlannedOrder::price);
        return resting.stream()
                .filter(other -> other.side() != order.side())
                .filter(other ->
                        buys ? other.price() <= order.price() : other.price() >= order.price())
                .sorted(buys ? cheapest : cheapest.reversed())
                .toList();
    }

    List<PlannedTrade> trades() {
        return trades;
    }

    List<PlannedOrder> resting() {
        return resting;
    }
}
