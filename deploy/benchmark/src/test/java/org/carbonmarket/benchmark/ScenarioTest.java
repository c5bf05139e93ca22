package org.carbonmarket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios are what they are called, and both books make the same trades of them. */
class ScenarioTest {

    private static final int SIZE = 60_000;
    private static final long SEED = 3;

    /** Orders of the 95 % scenario that still rest when it ends. */
    private static final int RESTING = 2_000;

    /** A scenario's commands counted, without the cancels that empty the book at the end. */
    private static final class Count {
        private final int[] kinds = new int[4];
        private int crossing;
        private int largestSweep;

        Count(Scenario scenario) {
            Commands commands = scenario.commands(SIZE, SEED);
            int[] trades = new int[1];
            OurBook book =
                    new OurBook(
                            scenario.highestPrice(), (taker, maker, price, lots) -> trades[0]++);
            for (int n = 0; n < SIZE; n++) {
                trades[0] = 0;
                book.apply(commands, n);
                kinds[commands.kind(n)]++;
                if (commands.kind(n) == Commands.PLACE && trades[0] > 0) {
                    crossing++;
                }
                largestSweep = Math.max(largestSweep, trades[0]);
            }
        }

        int percent(int kind) {
            return Math.round(100f * kinds[kind] / SIZE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothBooksMakeTheSameTrades(Scenario scenario) {
        assertThat(SameTrades.require(scenario, scenario.commands(SIZE, SEED))).isPositive();
    }

    @Test
    void theMixPlacesSixtyCancelsThirtyFiveAndCrossesFiveOfAHundred() {
        Count count = new Count(Scenario.MIXED);
        assertThat(count.percent(Commands.PLACE)).isBetween(64, 66);
        assertThat(count.percent(Commands.CANCEL)).isBetween(34, 36);
        assertThat(100 * count.crossing / SIZE).isBetween(4, 5);
    }

    @Test
    void ofAHundredOrdersNinetyFiveAreCancelled() {
        Count count = new Count(Scenario.CANCELS);
        assertThat(count.percent(Commands.REPLACE)).isBetween(19, 21);
        assertThat(count.percent(Commands.IMMEDIATE_OR_CANCEL)).isBetween(14, 16);
        int rested = count.kinds[Commands.PLACE] - RESTING;
        assertThat(100 * count.kinds[Commands.CANCEL] / rested).isBetween(93, 97);
    }

    @Test
    void theCrashSweepsThousandsOfOrdersAtOnce() {
        assertThat(new Count(Scenario.CRASH).largestSweep).isGreaterThan(5_000);
    }

    @Test
    void aSeedAlwaysGivesTheSameCommands() {
        Commands once = Scenario.BAND.commands(1_000, SEED);
        Commands again = Scenario.BAND.commands(1_000, SEED);
        assertThat(once.size()).isEqualTo(again.size());
        for (int n = 0; n < once.size(); n++) {
            assertThat(once.price(n)).isEqualTo(again.price(n));
            assertThat(once.id(n)).isEqualTo(again.id(n));
        }
    }
}
