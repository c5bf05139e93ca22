package org.carbonmarket.local.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ListedOrdersTest {

    private static final long LOT = 99_999;

    @Test
    void theLaunchDayTakesFortyTwoOrdersOfEachSide() {
        ListedGoal launch = new ListedGoal(4800, 5280, 4800, 4_103_953, 21_023_005_325L);

        ListedOrders orders = ListedOrders.of(launch, LOT);

        assertThat(orders.size()).isEqualTo(84);
        requireGoal(launch, LOT, orders);
    }

    @Test
    void aDayOfOneTonneTakesTwoOrders() {
        ListedGoal goal = new ListedGoal(5000, 5000, 5000, 1, 5000);

        assertThat(ListedOrders.of(goal, LOT).size()).isEqualTo(2);
    }

    @Test
    void withinOneLotThePricesTakeOneOrderMoreThanTheyAre() {
        ListedGoal two = new ListedGoal(5000, 5010, 5000, 100, 500_500);
        ListedGoal three = new ListedGoal(5003, 5010, 5000, 100, 500_517);
        ListedGoal four = new ListedGoal(5005, 5010, 5000, 100, 500_517);

        assertThat(ListedOrders.of(two, LOT).size()).isEqualTo(3);
        assertThat(ListedOrders.of(three, LOT).size()).isEqualTo(4);
        assertThat(ListedOrders.of(four, LOT).size()).isEqualTo(5);
    }

    @Test
    void anAmountThatNoTradesGiveIsRefused() {
        ListedGoal tooMuch = new ListedGoal(5000, 5010, 5000, 3, 15_021);
        ListedGoal tooFewTonnes = new ListedGoal(5003, 5010, 5000, 2, 10_010);

        assertThatIllegalArgumentException().isThrownBy(() -> ListedOrders.of(tooMuch, LOT));
        assertThatIllegalArgumentException().isThrownBy(() -> ListedOrders.of(tooFewTonnes, LOT));
    }

    @Property(tries = 2_000)
    void everyDayThatTradesMadeIsMadeAgainToTheFen(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int trades,
            @ForAll @LongRange(min = 1, max = 2_000) long spread) {
        Random random = new Random(seed);
        ListedGoal goal = traded(random, trades, spread, 1 + random.nextInt((int) LOT));

        requireGoal(goal, LOT, ListedOrders.of(goal, LOT));
    }

    @Property(tries = 2_000)
    void smallLotsAndNarrowDaysAreHitAsWell(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int trades,
            @ForAll @LongRange(min = 1, max = 9) long spread,
            @ForAll @LongRange(min = 4, max = 12) long lot) {
        ListedGoal goal = traded(new Random(seed), trades, spread, (int) lot);

        requireGoal(goal, lot, ListedOrders.of(goal, lot));
    }

    private static ListedGoal traded(Random random, int trades, long spread, int mostTonnes) {
        long open = 0;
        long high = 0;
        long low = Long.MAX_VALUE;
        long tonnes = 0;
        long fen = 0;
        for (int i = 0; i < trades; i++) {
            long price = 4000L + random.nextInt((int) spread + 1);
            long quantity = 1L + random.nextInt(mostTonnes);
            open = i == 0 ? price : open;
            high = Math.max(high, price);
            low = Math.min(low, price);
            tonnes += quantity;
            fen += price * quantity;
        }
        return new ListedGoal(open, high, low, tonnes, fen);
    }

    private static void requireGoal(ListedGoal goal, long lot, ListedOrders orders) {
        FiveLevelMarket market = new FiveLevelMarket();
        orders.stages()
                .forEach(stage -> {
                    assertThat(stage).allMatch(o -> o.tonnes() >= 1 && o.tonnes() <= lot);
                    stage.forEach(market::enter);
                });
        var trades = market.trades();
        assertThat(market.resting()).isEmpty();
        assertThat(trades.getFirst().price()).isEqualTo(goal.open());
        assertThat(trades.stream().mapToLong(PlannedTrade::price).max()).hasValue(goal.high());
        assertThat(trades.stream().mapToLong(PlannedTrade::price).min()).hasValue(goal.low());
        assertThat(trades.stream().mapToLong(PlannedTrade::tonnes).sum()).isEqualTo(goal.tonnes());
        assertThat(trades.stream().mapToLong(PlannedTrade::amount).sum()).isEqualTo(goal.fen());
    }
}
