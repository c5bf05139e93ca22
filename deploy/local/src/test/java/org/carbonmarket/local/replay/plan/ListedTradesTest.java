package org.carbonmarket.local.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListedTradesTest {

    private static final long LOT = 4;
    private static final long LOW = 100;

    /** Every goal of a small market, against a search through all sets of so many trades. */
    @Test
    void noFewerListingsGiveADayThanAreMade() {
        int checked = 0;
        for (long spread = 1; spread <= 3; spread++) {
            for (long openAt = 0; openAt <= spread; openAt++) {
                for (long tonnes = 2; tonnes <= 4 * LOT; tonnes++) {
                    for (long excess = 0; excess <= spread * tonnes; excess++) {
                        checked += check(openAt, spread, tonnes, excess);
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(1_000);
    }

    private static int check(long openAt, long spread, long tonnes, long excess) {
        ListedGoal goal =
                new ListedGoal(LOW + openAt, LOW + spread, LOW, tonnes, LOW * tonnes + excess);
        boolean found = fewest(goal) <= 8;
        assertThat(goal.isPossible()).as(goal.toString()).isEqualTo(found);
        if (!found) {
            return 0;
        }
        assertThat(ListedTrades.of(goal, LOT).trades()).as(goal.toString()).hasSize(fewest(goal));
        return 1;
    }

    private static int fewest(ListedGoal goal) {
        for (int count = 1; count <= 8; count++) {
            if (exists(goal, count, 0, goal.tonnes(), goal.excess(), false, false, false)) {
                return count;
            }
        }
        return 9;
    }

    private static boolean exists(
            ListedGoal goal,
            int count,
            long from,
            long tonnes,
            long excess,
            boolean low,
            boolean open,
            boolean high) {
        if (count == 0) {
            return tonnes == 0 && excess == 0 && low && open && high;
        }
        for (long at = from; at <= goal.spread(); at++) {
            for (long taken = 1; taken <= Math.min(LOT, tonnes); taken++) {
                if (at * taken <= excess
                        && exists(
                                goal,
                                count - 1,
                                at,
                                tonnes - taken,
                                excess - at * taken,
                                low || at == 0,
                                open || at == goal.openExcess(),
                                high || at == goal.spread())) {
                    return true;
                }
            }
        }
        return false;
    }
}
