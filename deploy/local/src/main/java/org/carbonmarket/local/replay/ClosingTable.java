package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.replay.record.RecordRow;
import org.carbonmarket.local.replay.record.Turnover;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a replay out of the platform's own answers, beside those that were published.
 *
 * @param periods years, and what else was published of
 * @param differences from the record's own sums and from published totals, in words
 */
public record ClosingTable(List<Line> periods, List<String> differences) {

    public ClosingTable {
        periods = List.copyOf(periods);
        differences = List.copyOf(differences);
    }

    /**
     * A period's totals.
     *
     * @param isPublished whether they are those that were published
     */
    public record Line(String period, long days, Turnover turnover, boolean isPublished) {

        private Line published(boolean isEqual) {
            return new Line(period, days, turnover, isEqual);
        }
    }

    static ClosingTable of(Api api, NavigableMap<LocalDate, List<RecordRow>> days) {
        JsonNode answer = api.get(ServiceName.REPORTING, null, "/cumulative?market=CN").body();
        return of(answer.path("markets").path(0).path("days"), days, PublishedTotals.shipped());
    }

    /**
     * Adds up the platform's days.
     *
     * @param told each day's volume and amount, and what they come to by then
     */
    static ClosingTable of(
            JsonNode told,
            NavigableMap<LocalDate, List<RecordRow>> days,
            List<PublishedTotals> published) {
        List<String> differences = new ArrayList<>();
        NavigableMap<LocalDate, Turnover> platform = new TreeMap<>();
        NavigableMap<LocalDate, Turnover> sums = new TreeMap<>();
        for (JsonNode day : told) {
            LocalDate date = LocalDate.parse(day.path("day").asText());
            platform.put(date, turnover(day, "volume", "amount"));
            sums.put(date, turnover(day, "cumulativeVolume", "cumulativeAmount"));
        }
        Turnover sum = Turnover.NONE;
        for (var day : days.entrySet()) {
            sum = day.getValue().stream().map(RecordRow::total).reduce(sum, Turnover::plus);
            if (!sum.equals(sums.get(day.getKey()))) {
                differences.add(
                        "%s cumulative: the platform says %s, the record %s"
                                .formatted(day.getKey(), text(sums.get(day.getKey())), text(sum)));
                break;
            }
        }
        return new ClosingTable(lines(platform, days, published, differences), differences);
    }

    private static Turnover turnover(JsonNode day, String volume, String amount) {
        return new Turnover(
                day.path(volume).asLong(), Money.ofYuan(day.path(amount).asText("0")).fen());
    }

    private static List<Line> lines(
            NavigableMap<LocalDate, Turnover> platform,
            NavigableMap<LocalDate, List<RecordRow>> days,
            List<PublishedTotals> published,
            List<String> differences) {
        List<Line> lines = new ArrayList<>();
        NavigableMap<LocalDate, Turnover> replayed =
                platform.subMap(days.firstKey(), true, days.lastKey(), true);
        replayed.keySet().stream()
                .collect(
                        Collectors.groupingBy(
                                LocalDate::getYear, TreeMap::new, Collectors.toList()))
                .forEach((year, of) ->
                        lines.add(
                                line(
                                        Integer.toString(year),
                                        replayed.subMap(of.getFirst(), true, of.getLast(), true))));
        TradingCalendar calendar = TradingCalendar.national();
        for (PublishedTotals total : published) {
            if (total.isWithin(days.firstKey(), days.lastKey(), calendar)) {
                Line line =
                        line(total.period(), replayed.subMap(total.from(), true, total.to(), true));
                boolean isEqual = line.turnover().equals(total.turnover());
                lines.removeIf(year -> year.period().equals(line.period()));
                lines.add(line.published(isEqual));
                if (!isEqual) {
                    differences.add(
                            "%s: the platform says %s, published was %s"
                                    .formatted(
                                            total.period(),
                                            text(line.turnover()),
                                            text(total.turnover())));
                }
            }
        }
        lines.add(line("all days", replayed));
        return lines;
    }

    private static Line line(String period, NavigableMap<LocalDate, Turnover> of) {
        return new Line(
                period,
                of.size(),
                of.values().stream().reduce(Turnover.NONE, Turnover::plus),
                false);
    }

    private static String text(@Nullable Turnover turnover) {
        return turnover == null
                ? "nothing"
                : "%,d t and %s yuan".formatted(turnover.tonnes(), Money.ofFen(turnover.fen()));
    }

    /** The table as it is printed. */
    public String text() {
        return periods.stream()
                .map(line ->
                        "  %-22s %,6d days %,15d t %,18d.%02d yuan%s"
                                .formatted(
                                        line.period(),
                                        line.days(),
                                        line.turnover().tonnes(),
                                        line.turnover().fen() / 100,
                                        line.turnover().fen() % 100,
                                        line.isPublished() ? "  as published" : ""))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
