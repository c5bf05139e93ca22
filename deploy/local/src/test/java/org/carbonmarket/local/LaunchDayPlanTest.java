package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.carbonmarket.local.LaunchDayPlan.Goal;
import org.carbonmarket.local.LaunchDayPlan.PlannedTrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchDayPlanTest {

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 130, 200, 333})
    void theLaunchDaysTradesComeToItsPublishedFiguresToTheFen(int count) {
        LaunchDayPlan plan = LaunchDayPlan.of(LaunchDay.GOAL, count);

        assertThat(plan.trades().stream().mapToLong(PlannedTrade::tonnes).sum())
                .isEqualTo(4_103_953);
        assertThat(plan.trades().stream().mapToLong(PlannedTrade::amount).sum())
                .isEqualTo(21_023_005_325L);
        assertThat(plan.trades().getFirst().price()).isEqualTo(4800);
        assertThat(plan.trades().stream().mapToLong(PlannedTrade::price).max()).hasValue(5280);
        assertThat(plan.trades().stream().mapToLong(PlannedTrade::price).min()).hasValue(4800);
        assertThat(plan.trades())
                .allMatch(trade -> trade.tonnes() >= 1 && trade.tonnes() <= 99_999);
    }

    @Test
    void anAmountThatNoPricesGiveIsRefused() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchDayPlan.of(new Goal(4800, 5280, 1000, 999_999_999), 30));
    }
}
