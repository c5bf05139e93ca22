package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Predicate;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.BusinessTime;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.Waiting;

/** Moves the business clock forward, never back, and waits for the phases that follow it. */
final class ReplayClock {

    static final LocalTime OPENING = LocalTime.of(9, 30);
    static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    static final LocalTime AUCTIONS_END = LocalTime.of(14, 0);
    static final LocalTime CLOSE = LocalTime.of(15, 0);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final Set<String> TRADING = Set.of("OPEN", "BREAK", "CLOSED");

    private final BusinessTime time;
    private final Api api;
    private OffsetDateTime now;

    ReplayClock(BusinessTime time, Api api) {
        this.time = time;
        this.api = api;
        this.now = time.reading().map(OffsetDateTime::parse).orElse(OffsetDateTime.MIN);
    }

    /** The business time. */
    OffsetDateTime now() {
        return now;
    }

    boolean isAtOrAfter(LocalDate day, LocalTime clock) {
        return !now.isBefore(at(day, clock));
    }

    void moveTo(LocalDate day, LocalTime clock) {
        OffsetDateTime wanted = at(day, clock);
        if (now.isBefore(wanted)) {
            time.set(text(day, clock));
            now = wanted;
        }
    }

    /** The time as services write it. */
    static String text(LocalDate day, LocalTime clock) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(day, clock));
    }

    private static OffsetDateTime at(LocalDate day, LocalTime clock) {
        return day.atTime(clock).atOffset(SHANGHAI);
    }

    /** Opens the day's morning. */
    void open(LocalDate day) {
        moveTo(day, OPENING);
        await(
                "the market opens on " + day,
                session -> isOn(session, day) && TRADING.contains(session.path("phase").asText()));
    }

    /** Opens the day's afternoon. */
    void reopen(LocalDate day) {
        moveTo(day, AFTERNOON);
        OffsetDateTime afternoon = at(day, AFTERNOON);
        await(
                "the market opens in the afternoon of " + day,
                session ->
                        isOn(session, day)
                                && !session.path("phase").asText().equals("BREAK")
                                && !OffsetDateTime.parse(session.path("asOf").asText())
                                        .isBefore(afternoon));
    }

    /** Ends the day. */
    void close(LocalDate day) {
        moveTo(day, CLOSE);
        await("the market closes on " + day, session -> isOver(session, day));
    }

    /** Whether the day has begun in the market. */
    boolean hasBegun(LocalDate day) {
        return isOn(session(), day);
    }

    /** A broken-off replay may have opened the next day already. */
    private static boolean isOver(JsonNode session, LocalDate day) {
        return (isOn(session, day) && session.path("phase").asText().equals("CLOSED"))
                || session.path("day").asText().compareTo(day.toString()) > 0;
    }

    private static boolean isOn(JsonNode session, LocalDate day) {
        return session.path("day").asText().equals(day.toString());
    }

    JsonNode session() {
        return api.get(ServiceName.TRADING, null, "/markets/CN/session").body();
    }

    private void await(String what, Predicate<JsonNode> condition) {
        Waiting.closely(what, PATIENCE, () -> condition.test(session()));
    }
}
