package org.carbonmarket.registry.compliance.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;

/** What was traded on each day, as trading published it. */
@ApplicationScoped
@Transactional
public class TradedDays {

    private static final Market NATIONAL = Market.CN;

    private final Database database;

    TradedDays(Database database) {
        this.database = database;
    }

    /** What a trade adds to its day; negative when it is voided. */
    record Change(TradeId trade, LocalDate day, ProductCode product, long tonnes, long fen) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into traded_day (market, day, product, tonnes, amount_fen)
                select market, day::date, product, sum(tonnes), sum(fen)
                from unnest(?, ?, ?, ?, ?) as change (market, day, product, tonnes, fen)
                group by market, day, product order by market, day, product
                on conflict (market, day, product) do update
                set tonnes = traded_day.tonnes + excluded.tonnes,
                    amount_fen = traded_day.amount_fen + excluded.amount_fen\
                """,
                Column.text(changes, change -> change.trade().market().name()),
                Column.text(changes, change -> change.day().toString()),
                Column.text(changes, change -> change.product().value()),
                Column.bigint(changes, Change::tonnes),
                Column.bigint(changes, Change::fen));
        database.update(
                """
                insert into traded_market (market, last_trade)
                select market, max(trade) from unnest(?, ?) as change (market, trade)
                group by market order by market
                on conflict (market) do update set last_trade = excluded.last_trade\
                """,
                Column.text(changes, change -> change.trade().market().name()),
                Column.bigint(changes, change -> change.trade().sequence()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void close(List<TradingDayClosed> days) {
        database.update(
                """
                insert into closed_day (market, day, last_trade)
                select market, day::date, last_trade
                from unnest(?, ?, ?) as closed (market, day, last_trade)
                on conflict (market, day) do nothing\
                """,
                Column.text(days, day -> day.market().name()),
                Column.text(days, day -> day.day().toString()),
                Column.bigint(days, TradingDayClosed::lastTrade));
    }

    /**
     * The volume-weighted average price of allowances in the national market over days, both
     * included, half up to the fen; none when no allowance was traded.
     *
     * @throws Refusal 409 {@code PRICES_INCOMPLETE} while trades of these days may be missing
     */
    public Optional<Price> average(LocalDate from, LocalDate to) {
        requireComplete(from, to);
        return database.find(
                        """
                        select coalesce(sum(tonnes), 0)::bigint as tonnes,
                               coalesce(sum(amount_fen), 0)::bigint as fen
                        from traded_day join product using (product)
                        where market = ? and day between ? and ? and kind = 'ALLOWANCE'\
                        """,
                        row -> new Turnover(row.number("tonnes"), row.number("fen")),
                        NATIONAL.name(),
                        from,
                        to)
                .filter(turnover -> turnover.tonnes() > 0)
                .map(Turnover::average);
    }

    private record Turnover(long tonnes, long fen) {

        Price average() {
            return Price.average(Money.ofFen(fen), Tonnes.of(tonnes));
        }
    }

    private void requireComplete(LocalDate from, LocalDate to) {
        database.find(
                        """
                        select day from (
                            select day from traded_day
                            where market = ? and not exists (
                                select from closed_day where closed_day.market = traded_day.market
                                  and closed_day.day = traded_day.day)
                            union
                            select day from closed_day
                            where market = ? and last_trade > coalesce(
                                (select last_trade from traded_market
                                 where traded_market.market = closed_day.market), 0)) missing
                        where day between ? and ? order by day limit 1\
                        """,
                        row -> row.text("day"),
                        NATIONAL.name(),
                        NATIONAL.name(),
                        from,
                        to)
                .ifPresent(day -> {
                    throw Refusal.conflict(
                            "PRICES_INCOMPLETE",
                            "The trades of " + day + " are not all known here yet; ask again.");
                });
    }
}
