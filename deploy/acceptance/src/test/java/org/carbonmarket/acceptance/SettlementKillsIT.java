package org.carbonmarket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settlement, the registry and PostgreSQL are killed while trades are settled: nothing is lost,
 * nothing happens twice, the books hold and the day clears.
 *
 * <p>{@code -Dmarket.kill.trades=200000 -Dmarket.kills=20} is the size that counts, each process
 * killed 20 times; 6,000 trades and one kill each are run without it. {@code -Dmarket.seed=N}
 * repeats the order of the kills.
 */
class SettlementKillsIT {

    private static final int ACCOUNTS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final long seed = Long.getLong("market.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void nothingIsLostOrDoneTwiceWhoeverIsKilled(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        System.out.println("kills of seed " + seed + "; repeat with -Dmarket.seed=" + seed);
        int trades = Integer.getInteger("market.kill.trades", 6_000);
        TradeLoad load = new TradeLoad(seed, trades, ACCOUNTS);
        try (SettlementFloor floor = SettlementFloor.start(data, ACCOUNTS)) {
            List<String> victims = victims(Integer.getInteger("market.kills", 1));
            int share = trades / (victims.size() + 1);
            load.publish(
                    floor.platform().bootstrapServers(),
                    published -> {
                        if (published > 0 && published % share == 0 && !victims.isEmpty()) {
                            kill(floor.platform(), victims.removeLast());
                        }
                    });
            assertThat(victims).isEmpty();

            floor.awaitDelivered(trades, PATIENCE);
            assertThat(floor.settled()).isEqualTo(load.sum());
            floor.assertBooksHold();
            load.close(floor.platform().bootstrapServers());
            floor.awaitCleared();
            System.out.printf("%d trades settled once each; 0 breaks%n", trades);
        }
    }

    private List<String> victims(int each) {
        List<String> victims = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            victims.add(Platform.POSTGRESQL);
            victims.add(ServiceName.REGISTRY.label());
            victims.add(ServiceName.SETTLEMENT.label());
        }
        Collections.shuffle(victims, random);
        return victims;
    }

    /** In the middle of the trades that were published last. */
    private void kill(Platform platform, String victim) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)).toNanos());
        platform.killAndRestart(victim);
        platform.awaitReady();
    }
}
