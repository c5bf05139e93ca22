package org.carbonmarket.local.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.carbonmarket.local.replay.plan.BlockTrades.Goal;
import org.junit.jupiter.api.Test;

class BlockTradesTest {

    private static final long LOWER = 3661;
    private static final long UPPER = 6799;

    @Test
    void anEvenAmountIsOneBlock() {
        assertThat(trades(new Goal(LOWER, UPPER, 100_000, 529_200_000)))
                .containsExactly(new PlannedTrade(5292, 100_000));
    }

    @Test
    void anUnevenAmountOfLessThanTwoBlocksIsImpossible() {
        assertThat(BlockTrades.of(new Goal(LOWER, UPPER, 199_999, 199_999 * 5000 + 1))).isEmpty();
    }

    @Test
    void aPriceOutsideTheBandIsImpossible() {
        assertThat(BlockTrades.of(new Goal(LOWER, UPPER, 100_000, 6800 * 100_000))).isEmpty();
        assertThat(BlockTrades.of(new Goal(LOWER, UPPER, 100_000, 3660 * 100_000))).isEmpty();
    }

    @Property(tries = 500)
    void twoBlocksThatWereMadeAreMadeAgainToTheFen(
            @ForAll @LongRange(min = 100_000, max = 9_000_000) long first,
            @ForAll @LongRange(min = 100_000, max = 9_000_000) long second,
            @ForAll @LongRange(min = LOWER, max = UPPER) long firstPrice,
            @ForAll @LongRange(min = LOWER, max = UPPER) long secondPrice) {
        Goal goal =
                new Goal(LOWER, UPPER, first + second, first * firstPrice + second * secondPrice);

        List<PlannedTrade> blocks = trades(goal);

        assertThat(blocks).hasSizeLessThanOrEqualTo(2);
        requireGoal(goal, blocks);
    }

    @Test
    void threeBlocksAreFoundWhereTwoAreNotEnough() {
        Goal goal = new Goal(4999, 5001, 300_000, 300_000 * 5000L + 1);

        assertThat(BlockTrades.of(goal)).isEmpty();

        Goal reachable = new Goal(4999, 5002, 350_001, 350_001 * 5000L + 50_000);
        requireGoal(reachable, trades(reachable));
    }

    private static List<PlannedTrade> trades(Goal goal) {
        return BlockTrades.of(goal).orElseThrow().trades();
    }

    private static void requireGoal(Goal goal, List<PlannedTrade> blocks) {
        assertThat(blocks)
                .allMatch(block ->
                        block.tonnes() >= 100_000
                                && block.price() >= goal.lower()
                                && block.price() <= goal.upper());
        assertThat(blocks.stream().mapToLong(PlannedTrade::tonnes).sum()).isEqualTo(goal.tonnes());
        assertThat(blocks.stream().mapToLong(PlannedTrade::amount).sum()).isEqualTo(goal.fen());
    }
}
