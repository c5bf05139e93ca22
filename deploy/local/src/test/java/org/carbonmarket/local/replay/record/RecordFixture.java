package org.carbonmarket.local.replay.record;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.local.replay.record.RecordChecker.Verdict;

/** Lines of a record to be spoilt: the market's first days, or a file of this package's tests. */
final class RecordFixture {

    private final List<String> lines;

    private RecordFixture(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static RecordFixture firstDays() {
        return of("july-2021.csv");
    }

    static RecordFixture of(String resource) {
        try (var in = RecordFixture.class.getResourceAsStream("/replay/" + resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new RecordFixture(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a value into a line, the heading being line 1. */
    RecordFixture with(int line, Column column, String value) {
        String[] values = lines.get(line - 1).split(",", -1);
        values[List.of(Column.values()).indexOf(column)] = value;
        lines.set(line - 1, String.join(",", values));
        return this;
    }

    RecordFixture without(int line) {
        lines.remove(line - 1);
        return this;
    }

    RecordFixture withLine(int line, String text) {
        lines.add(line - 1, text);
        return this;
    }

    String line(int line) {
        return lines.get(line - 1);
    }

    Verdict verdict() {
        return verdict(String.join("\n", lines) + "\n");
    }

    static Verdict verdict(String csv) {
        try {
            return new RecordChecker(TradingCalendar.national()).check(new StringReader(csv));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Fault> faults() {
        return verdict() instanceof Verdict.Wrong(List<Fault> faults) ? faults : List.of();
    }

    /** The faults as the person at the terminal reads them. */
    List<String> sentences() {
        return faults().stream().map(Fault::toString).toList();
    }
}
