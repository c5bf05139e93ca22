package org.carbonmarket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.BusinessTime;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.Ports;
import org.carbonmarket.local.replay.ClosingTable;
import org.carbonmarket.local.replay.Replay;
import org.carbonmarket.local.replay.record.MarketRecord;
import org.carbonmarket.local.replay.record.RecordChecker;
import org.carbonmarket.local.replay.record.RecordChecker.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The market's first days, replayed: every sheet must be the published one. */
class ReplayIT {

    private static final LocalDate BROKEN_OFF = LocalDate.of(2021, 7, 21);

    @Test
    void theFirstDaysComeOutAsPublished(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data)
            throws Exception {
        Path home = Path.of(System.getProperty("market.home"));
        MarketRecord record =
                read(home.resolve("deploy/local/src/test/resources/replay/july-2021.csv"));
        try (Platform platform = new Platform(home, data, Ports.free(), ReplayIT::say)) {
            platform.start();
            try (BusinessTime time = new BusinessTime(platform.bootstrapServers())) {
                Replay replay = new Replay(new Api(platform), time, record, ReplayIT::say);

                replay.run(null, BROKEN_OFF);
                ClosingTable table = replay.run(null, null);

                assertThat(table.differences()).isEmpty();
                assertThat(table.periods().getLast().days()).isEqualTo(11);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static MarketRecord read(Path file) throws Exception {
        try (Reader csv = Files.newBufferedReader(file)) {
            Verdict verdict = new RecordChecker(TradingCalendar.national()).check(csv);
            return ((Verdict.Right) verdict).record();
        }
    }
}
