package org.carbonmarket.local.replay;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.BusinessTime;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.Ports;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.replay.record.Fault;
import org.carbonmarket.local.replay.record.MarketRecord;
import org.carbonmarket.local.replay.record.RecordChecker;
import org.carbonmarket.local.replay.record.RecordChecker.Verdict;

/** What {@code ./market replay} runs. Its platform's data lies apart from the launch day's. */
public final class ReplayCommand {

    private final Path home;
    private final Consumer<String> progress;

    public ReplayCommand(Path home, Consumer<String> progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Checks the record, then replays it; a record with a line that cannot be starts nothing. */
    public void run(ReplayOptions options) {
        MarketRecord record = checked(options.file());
        progress.accept(
                "%s: %,d days, every line can be right"
                        .formatted(options.file(), record.days().size()));
        Platform platform =
                new Platform(home, home.resolve(".market/replay"), Ports.usual(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        if (options.fresh()) {
            platform.forget();
        }
        platform.start();
        try (BusinessTime time = new BusinessTime(platform.bootstrapServers());
                Lifeguard guard =
                        Lifeguard.over(
                                platform, Duration.ofSeconds(options.killEvery()), progress)) {
            Replay replay = new Replay(new Api(platform), time, record, progress);
            report(replay.run(options.from(), options.to()));
            progress.accept("%d processes died on the way".formatted(guard.deaths()));
            if (options.stay()) {
                progress.accept(
                        "the market is at %s/ until Ctrl-C"
                                .formatted(platform.url(ServiceName.REPORTING)));
                stay();
            }
        }
    }

    private static MarketRecord checked(Path file) {
        Verdict verdict;
        try (var reader = Files.newBufferedReader(file)) {
            verdict = new RecordChecker(TradingCalendar.national()).check(reader);
        } catch (CharacterCodingException noText) {
            throw new PlatformFailure(file + " is no text in UTF-8.", noText);
        } catch (IOException unreadable) {
            throw new PlatformFailure(
                    "%s cannot be read: %s.".formatted(file, unreadable.getMessage()), unreadable);
        }
        return switch (verdict) {
            case Verdict.Right(MarketRecord record) -> record;
            case Verdict.Wrong(List<Fault> faults) ->
                    throw new PlatformFailure(
                            faults.stream()
                                    .map(Fault::toString)
                                    .collect(
                                            Collectors.joining(
                                                    "\n  ",
                                                    file + " cannot be right:\n  ",
                                                    "\nNothing was started.")));
        };
    }

    private void report(ClosingTable table) {
        progress.accept("the platform's own totals:" + table.text());
        if (!table.differences().isEmpty()) {
            throw new PlatformFailure(String.join("\n        ", table.differences()));
        }
        progress.accept("every sheet equals the record, 0 breaks");
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
