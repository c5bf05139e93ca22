package org.carbonmarket.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.settlement.DayEvent.ClearingBroken;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.reporting.database.Column;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.View;

/** The days as trading closes and settlement clears them. */
@ApplicationScoped
class TradingDays implements View {

    private static final String CLOSE =
            """
            insert into trading_day as d
                   (market, day, closed, closed_times, last_number, trades, volume, amount)
            select market, day::date, closed, 1, last_number, trades, volume, amount
              from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[],
                          ?::int8[])
                   as closed (market, day, closed, last_number, trades, volume, amount)
            on conflict (market, day) do update
               set closed = least(d.closed, excluded.closed),
                   closed_times = d.closed_times + 1,
                   last_number = greatest(d.last_number, excluded.last_number),
                   trades = greatest(d.trades, excluded.trades),
                   volume = greatest(d.volume, excluded.volume),
                   amount = greatest(d.amount, excluded.amount)
            """;

    private static final String CLEAR =
            """
            insert into trading_day as d
                   (market, day, cleared, cleared_times, ends, failed, fees)
            select market, day::date, cleared, 1, ends, failed, fees
              from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[])
                   as cleared (market, day, cleared, ends, failed, fees)
            on conflict (market, day) do update
               set cleared = least(d.cleared, excluded.cleared),
                   cleared_times = d.cleared_times + 1,
                   ends = greatest(d.ends, excluded.ends),
                   failed = greatest(d.failed, excluded.failed),
                   fees = greatest(d.fees, excluded.fees)
            """;

    private static final String BREAK =
            """
            insert into trading_day as d (market, day, broken)
            select market, day::date, broken
              from unnest(?::text[], ?::text[], ?::text[]) as broken (market, day, broken)
            on conflict (market, day) do update set broken = least(d.broken, excluded.broken)
            """;

    private final Database database;

    TradingDays(Database database) {
        this.database = database;
    }

    @Override
    public void fold(List<Received> batch) {
        for (Received received : batch) {
            switch (received.event()) {
                case TradingDayClosed day -> close(List.of(day));
                case TradingDayCleared day -> clear(List.of(day));
                case ClearingBroken day -> broken(List.of(day));
                default -> {
                    // Is no end of a day.
                }
            }
        }
    }

    private void close(List<TradingDayClosed> rows) {
        database.update(
                CLOSE,
                Column.text(rows, TradingDayClosed::market),
                Column.text(rows, TradingDayClosed::day),
                Column.text(rows, day -> Texts.of(day.trades(), day.volume(), day.amount())),
                Column.bigint(rows, TradingDayClosed::lastTrade),
                Column.bigint(rows, TradingDayClosed::trades),
                Column.bigint(rows, day -> day.volume().value()),
                Column.bigint(rows, day -> day.amount().fen()));
    }

    private void clear(List<TradingDayCleared> rows) {
        database.update(
                CLEAR,
                Column.text(rows, TradingDayCleared::market),
                Column.text(rows, TradingDayCleared::day),
                Column.text(rows, day -> Texts.of(day.trades(), day.volume(), day.amount())),
                Column.bigint(rows, day -> Math.addExact(day.settled(), day.failed())),
                Column.bigint(rows, TradingDayCleared::failed),
                Column.bigint(rows, day -> day.fees().fen()));
    }

    private void broken(List<ClearingBroken> rows) {
        database.update(
                BREAK,
                Column.text(rows, ClearingBroken::market),
                Column.text(rows, ClearingBroken::day),
                Column.text(rows, day -> String.join("; ", day.breaks())));
    }
}
