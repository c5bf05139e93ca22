package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.replay.record.RecordRow;
import org.jspecify.annotations.Nullable;

/**
 * How far the platform has come, by the sheets it publishes.
 *
 * @param sheets by day, ascending
 */
record Standing(NavigableMap<LocalDate, List<JsonNode>> sheets) {

    static Standing of(Api api) {
        JsonNode answer = api.get(ServiceName.REPORTING, null, "/daily-sheets?market=CN").body();
        NavigableMap<LocalDate, List<JsonNode>> sheets = new TreeMap<>();
        for (JsonNode sheet : answer.path("sheets")) {
            sheets.computeIfAbsent(
                            LocalDate.parse(sheet.path("day").asText()), _ -> new ArrayList<>())
                    .add(sheet);
        }
        return new Standing(sheets);
    }

    /**
     * The replay's first day: the platform's own if it has lived any, else the first asked for.
     *
     * @param days the record's days
     * @param from null for the first there is
     */
    LocalDate first(NavigableMap<LocalDate, List<RecordRow>> days, @Nullable LocalDate from) {
        LocalDate asked = from == null ? days.firstKey() : days.ceilingKey(from);
        if (asked == null) {
            throw new PlatformFailure("The record has no day from %s on.".formatted(from));
        }
        if (sheets.isEmpty()) {
            return asked;
        }
        LocalDate begun = sheets.firstKey();
        boolean isOfRecord = days.keySet().containsAll(sheets.keySet());
        if (!isOfRecord || (from != null && asked.isBefore(begun))) {
            throw new PlatformFailure(
                    "The kept platform lived other days, %s to %s: --fresh forgets it."
                            .formatted(begun, sheets.lastKey()));
        }
        LocalDate next = days.higherKey(sheets.lastKey());
        if (from != null && next != null && asked.isAfter(next)) {
            throw new PlatformFailure(
                    "The kept platform goes on with %s: leave out --from, or forget it by --fresh."
                            .formatted(next));
        }
        return begun;
    }

    /** Whether a day is over for good: another has begun after it. */
    boolean isDone(LocalDate day) {
        return !sheets.isEmpty() && day.isBefore(sheets.lastKey());
    }

    /** A day's sheets. */
    List<JsonNode> of(LocalDate day) {
        return sheets.getOrDefault(day, List.of());
    }
}
