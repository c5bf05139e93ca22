package org.carbonmarket.local.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.local.replay.record.MarketRecord;
import org.carbonmarket.local.replay.record.RecordChecker;
import org.carbonmarket.local.replay.record.RecordChecker.Verdict;

/** Records for tests. */
final class Records {

    private Records() {}

    /** The market's first eleven days. */
    static MarketRecord firstDays() {
        try (InputStream in = Records.class.getResourceAsStream("/replay/july-2021.csv")) {
            var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
            if (new RecordChecker(TradingCalendar.national()).check(reader)
                    instanceof Verdict.Right(MarketRecord record)) {
                return record;
            }
            throw new IllegalStateException("the first days cannot be right");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
