package org.carbonmarket.settlement.clearing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.settlement.clearing.DayTotals.ProductTotals;
import org.carbonmarket.settlement.clearing.DayTotals.Stray;
import org.jspecify.annotations.Nullable;

/** The trading days as they are stored. */
@ApplicationScoped
class DayTable {

    /** A trade voided on its own day counts on neither side, and no reversal does. */
    private static final String TOTALS =
            """
            select product, count(*) as trades, sum(tonnes)::bigint as tonnes,
                   sum(fen)::bigint as fen,
                   coalesce(sum(buyer_fee + seller_fee)
                       filter (where state in ('SETTLED', 'DELIVERED')), 0)::bigint as fees,
                   count(*) filter (where state in ('SETTLED', 'DELIVERED')) as settled,
                   count(*) filter (where state in ('FAILED', 'UNDONE')) as failed
            from instruction traded
            where market = ? and day = ? and voids is null
              and not exists
                (select from instruction reversal
                 where reversal.market = traded.market and reversal.voids = traded.trade
                   and reversal.day = traded.day)
            group by product order by product\
            """;

    private static final String MISSING =
            """
            select number
            from generate_series(?::bigint, ?::bigint) as number
            where not exists
                (select from instruction where market = ? and trade = number)
            order by number limit 100\
            """;

    /**
     * Trades of the day whose numbers are not, and trades of its numbers that are of other days.
     */
    private static final String STRAYS =
            """
            select trade, day, buyer, seller from instruction
            where market = ? and ((day = ? and trade > ?) or (trade between ? and ? and day <> ?))
            order by trade limit 100\
            """;

    private static final String LAST_BEFORE =
            """
            select coalesce(max(last_trade), 0) as last from trading_day
            where market = ? and day < ?\
            """;

    private final Database database;
    private final ObjectMapper json;

    DayTable(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Stores trading's word about a day; the first stands. */
    void close(TradingDayClosed closed) {
        database.update(
                """
                insert into trading_day
                    (market, day, state, trades, tonnes, fen, last_trade, products, closed_at)
                values (?, ?, 'CLOSED', ?, ?, ?, ?, ?::jsonb, ?)
                on conflict do nothing\
                """,
                closed.market().name(),
                closed.day(),
                closed.trades(),
                closed.volume().value(),
                closed.amount().fen(),
                closed.lastTrade(),
                written(closed),
                closed.at());
    }

    /** Closed days of a market whose last trade is before the next one to pay, oldest first. */
    List<TradingDayClosed> closedBefore(Market market, long nextTrade) {
        return database.query(
                """
                select products from trading_day
                where market = ? and state = 'CLOSED' and last_trade < ? order by day for update\
                """,
                row -> read(row.text("products")),
                market.name(),
                nextTrade);
    }

    Optional<TradingDayClosed> closing(Market market, LocalDate day) {
        return database.find(
                "select products from trading_day where market = ? and day = ? for update",
                row -> read(row.text("products")),
                market.name(),
                day);
    }

    DayTotals totals(TradingDayClosed closed) {
        List<ProductTotals> products =
                database.query(
                        TOTALS,
                        row ->
                                new ProductTotals(
                                        ProductCode.of(row.text("product")),
                                        row.number("trades"),
                                        Tonnes.of(row.number("tonnes")),
                                        Money.ofFen(row.number("fen")),
                                        Money.ofFen(row.number("fees")),
                                        row.number("settled"),
                                        row.number("failed")),
                        closed.market().name(),
                        closed.day());
        long first =
                1
                        + database.find(
                                        LAST_BEFORE,
                                        row -> row.number("last"),
                                        closed.market().name(),
                                        closed.day())
                                .orElse(0L);
        List<Long> missing =
                database.query(
                        MISSING,
                        row -> row.number("number"),
                        first,
                        closed.lastTrade(),
                        closed.market().name());
        return new DayTotals(products, missing, strays(closed, first));
    }

    private List<Stray> strays(TradingDayClosed closed, long first) {
        return database.query(
                STRAYS,
                row ->
                        new Stray(
                                row.number("trade"),
                                row.day("day"),
                                AccountId.of(row.text("buyer")),
                                AccountId.of(row.text("seller"))),
                closed.market().name(),
                closed.day(),
                closed.lastTrade(),
                first,
                closed.lastTrade(),
                closed.day());
    }

    void decide(
            TradingDayClosed closed, DayTotals totals, List<String> breaks, OffsetDateTime now) {
        @Nullable OffsetDateTime cleared = breaks.isEmpty() ? now : null;
        database.update(
                """
                update trading_day
                set state = ?, fees = ?, settled = ?, failed = ?, breaks = ?,
                    cleared_at = ?::timestamptz
                where market = ? and day = ?\
                """,
                breaks.isEmpty() ? "CLEARED" : "BROKEN",
                totals.fees().fen(),
                totals.settled(),
                totals.failed(),
                String.join("\n", breaks),
                cleared == null ? null : cleared.toString(),
                closed.market().name(),
                closed.day());
    }

    Optional<TradingDay> find(Market market, LocalDate day) {
        return database.find(
                "select * from trading_day where market = ? and day = ?",
                row ->
                        new TradingDay(
                                market,
                                day,
                                TradingDay.State.valueOf(row.text("state")),
                                row.number("trades"),
                                row.number("settled"),
                                row.number("failed"),
                                Tonnes.of(row.number("tonnes")),
                                Money.ofFen(row.number("fen")),
                                Money.ofFen(row.number("fees")),
                                row.text("breaks").lines().toList(),
                                row.time("closed_at"),
                                row.timeOrNull("cleared_at")),
                market.name(),
                day);
    }

    private String written(TradingDayClosed closed) {
        try {
            return json.writeValueAsString(closed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TradingDayClosed read(String stored) {
        try {
            return json.readValue(stored, TradingDayClosed.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
