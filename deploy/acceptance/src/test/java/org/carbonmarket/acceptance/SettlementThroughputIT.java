package org.carbonmarket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast trades are settled, both legs, beside the same rows written by bare SQL in the same run.
 * Every trade must be paid and delivered to the fen.
 *
 * <p>{@code -Dmarket.load.trades=1000000} is the size that counts; 20,000 trades are run without
 * it. The clock runs from the first trade published until the last one is delivered.
 */
class SettlementThroughputIT {

    private static final int ACCOUNTS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Test
    void everyTradeIsSettledToTheFenAndHowFastIsPrinted(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        int trades = Integer.getInteger("market.load.trades", 20_000);
        TradeLoad load = new TradeLoad(20_210_716, trades, ACCOUNTS);
        try (SettlementFloor floor = SettlementFloor.start(data, ACCOUNTS)) {
            Duration idle = cpu();
            long begin = System.nanoTime();
            load.publish(floor.platform().bootstrapServers());
            Duration published = Duration.ofNanos(System.nanoTime() - begin);
            floor.awaitDelivered(trades, PATIENCE);
            Duration settled = Duration.ofNanos(System.nanoTime() - begin);

            Duration worked = cpu().minus(idle);
            System.out.printf(
                    "published %d trades in %d ms, settled them in %d ms: %d trades/s,"
                            + " %d microseconds of processor time each%n",
                    trades,
                    published.toMillis(),
                    settled.toMillis(),
                    perSecond(trades, settled),
                    1_000 * worked.toMillis() / trades);

            assertThat(floor.settled()).isEqualTo(load.sum());
            floor.assertBooksHold();
            load.close(floor.platform().bootstrapServers());
            floor.awaitCleared();

            Duration rows = new BareSql(floor.platform(), load, false).run();
            Duration rowsAndEvents = new BareSql(floor.platform(), load, true).run();
            print("its rows by bare SQL", trades, settled, rows);
            print("its rows and its events' rows by bare SQL", trades, settled, rowsAndEvents);
        }
    }

    /** Of this process and all it started: what the load costs, however busy the machine is. */
    private static Duration cpu() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void print(String what, int trades, Duration settled, Duration bare) {
        System.out.printf(
                "%s: %d ms, %d trades/s; settlement reaches %d %% of it%n",
                what,
                bare.toMillis(),
                perSecond(trades, bare),
                100 * bare.toMillis() / settled.toMillis());
    }

    private static long perSecond(int trades, Duration duration) {
        return 1_000L * trades / Math.max(1, duration.toMillis());
    }
}
