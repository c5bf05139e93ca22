package org.carbonmarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.settlement.funds.Place.SystemAccount;
import org.junit.jupiter.api.Test;

/**
 * Trading's engine and the domain code of registry and settlement, under a Kafka that delays,
 * doubles and brings again, while any of them stops at any point and comes back. At every quiet
 * point the invariants hold, and in the end every trade ended exactly once.
 *
 * <p>{@code -Dsimulation.seeds=10000} runs as many seeds, {@code -Dsimulation.seed=N} the one that
 * failed.
 */
class PlatformSimulationTest {

    private static final int DAYS = 2;
    private static final int ACTS_BETWEEN_QUIET_POINTS = 60;

    @Test
    void theInvariantsHoldAtEveryQuietPointAndEveryTradeEndsOnce() {
        Long one = Long.getLong("simulation.seed");
        long first = one == null ? 1 : one;
        long last = one == null ? Integer.getInteger("simulation.seeds", 200) : one;
        long trades = 0;
        long reversed = 0;
        long failed = 0;
        long fees = 0;
        for (long seed = first; seed <= last; seed++) {
            SimulatedPlatform platform = run(seed);
            trades += count(platform, TradeSettled.class);
            reversed += count(platform, TradeReversed.class);
            failed += count(platform, SettlementFailed.class);
            fees += platform.settlement.inSystem(SystemAccount.FEES);
        }
        System.out.printf(
                "seeds %d to %d: %d trades settled, %d reversed, %d failed, %d fen of fees%n",
                first, last, trades, reversed, failed, fees);
        assertThat(trades).as("trades settled").isGreaterThan(20 * (last - first + 1));
        assertThat(fees).as("fees").isPositive();
    }

    @Test
    void aSeedRunsTheSameAgain() {
        assertThat(run(7).broker.events(Topic.SETTLEMENT_TRADES))
                .isEqualTo(run(7).broker.events(Topic.SETTLEMENT_TRADES));
    }

    private static SimulatedPlatform run(long seed) {
        try {
            SimulatedPlatform platform = new SimulatedPlatform(seed);
            for (int day = 0; day < DAYS; day++) {
                platform.day(day, ACTS_BETWEEN_QUIET_POINTS);
                platform.rest();
                Invariants.check(platform);
                platform.day(day, ACTS_BETWEEN_QUIET_POINTS);
                platform.close(day);
                platform.rest();
                Invariants.check(platform);
            }
            return platform;
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "seed %d fails; run it again with -Dsimulation.seed=%d".formatted(seed, seed),
                    failure);
        }
    }

    private static long count(SimulatedPlatform platform, Class<?> outcome) {
        return platform.broker.events(Topic.SETTLEMENT_TRADES).stream()
                .filter(outcome::isInstance)
                .count();
    }
}
