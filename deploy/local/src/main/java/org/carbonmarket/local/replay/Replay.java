package org.carbonmarket.local.replay;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.BusinessTime;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.replay.plan.Needs;
import org.carbonmarket.local.replay.plan.Schedule;
import org.carbonmarket.local.replay.record.MarketRecord;
import org.carbonmarket.local.replay.record.RecordRow;
import org.jspecify.annotations.Nullable;

/**
 * A record of the market's days, lived through the public REST APIs day by day. Where it stands is
 * told by the platform alone, by its sheets and its clock, so that it goes on after a crash of
 * anything.
 */
public final class Replay {

    private static final LocalTime BEFORE_OPENING = LocalTime.of(9, 0);

    private final Api api;
    private final ReplayClock clock;
    private final MarketRecord record;
    private final Consumer<String> progress;

    public Replay(Api api, BusinessTime time, MarketRecord record, Consumer<String> progress) {
        this.api = api;
        this.clock = new ReplayClock(time, api);
        this.record = record;
        this.progress = progress;
    }

    /**
     * Replays what is not replayed yet. A day whose sheets differ from the record ends it.
     *
     * @param from the first day, null for the record's first
     * @param to the last day, null for the record's last
     * @return the totals of all days replayed so far, compared with what was published
     */
    public ClosingTable run(@Nullable LocalDate from, @Nullable LocalDate to) {
        Standing standing = Standing.of(api);
        LocalDate first = standing.first(record.days(), from);
        NavigableMap<LocalDate, List<RecordRow>> whole = record.days().tailMap(first, true);
        NavigableMap<LocalDate, List<RecordRow>> days =
                to == null ? whole : whole.headMap(to, true);
        if (days.isEmpty()) {
            throw new PlatformFailure("No day from %s on is until %s.".formatted(first, to));
        }
        live(days, Schedule.of(whole), standing);
        return ClosingTable.of(api, days);
    }

    private void live(
            NavigableMap<LocalDate, List<RecordRow>> days, Schedule schedule, Standing standing) {
        ReplayPreparations preparations = new ReplayPreparations(api, Needs.of(schedule), progress);
        ReplayDay driver = new ReplayDay(api, clock);
        Pace pace = new Pace(days.size(), System::nanoTime, progress);
        Set<ProductCode> listed = new HashSet<>();
        days.forEach((day, rows) -> {
            if (standing.isDone(day)) {
                ReplayDay.requireEqual(rows, standing.of(day));
                pace.kept();
            } else {
                prepare(day, rows, listed, preparations);
                pace.begin();
                driver.live(day, schedule.of(day), rows);
                pace.lived(day);
            }
            rows.forEach(row -> listed.add(row.product()));
        });
    }

    /** Before its first day a product is made; before the very first, its traders too. */
    private void prepare(
            LocalDate day,
            List<RecordRow> rows,
            Set<ProductCode> listed,
            ReplayPreparations preparations) {
        List<RecordRow> unknown =
                rows.stream().filter(row -> !listed.contains(row.product())).toList();
        if (unknown.isEmpty() || clock.hasBegun(day)) {
            return;
        }
        clock.moveTo(day, BEFORE_OPENING);
        boolean isFirst = listed.isEmpty();
        if (isFirst) {
            preparations.participants();
        }
        for (RecordRow row : unknown) {
            preparations.product(row.product(), isFirst ? reference(row) : null);
        }
    }

    /** A record that begins in the midst of the market's life tells what the day before did. */
    private @Nullable Price reference(RecordRow row) {
        return row.previousClose() == null
                ? record.compositeBefore(row.day())
                : row.previousClose();
    }
}
