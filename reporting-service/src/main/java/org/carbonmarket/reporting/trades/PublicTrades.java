package org.carbonmarket.reporting.trades;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.reporting.database.Column;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.View;
import org.jspecify.annotations.Nullable;

/** Every trade, by market and number. */
@ApplicationScoped
class PublicTrades implements View {

    private static final String ADD =
            """
            insert into public_trade
                   (market, number, day, product, method, price, quantity, amount, taker, at)
            select market, number, day::date, product, method, price, quantity, amount, taker,
                   at::timestamptz
              from unnest(?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::int8[],
                          ?::int8[], ?::int8[], ?::text[], ?::text[])
                   as traded (market, number, day, product, method, price, quantity, amount,
                          taker, at)
            on conflict (market, number) do nothing
            """;

    private static final String FIND =
            """
            select *
              from public_trade
             where market = ?
               and number < ?
               and product = coalesce(?, product)
               and day = coalesce(?::date, day)
             order by number desc
             limit ?
            """;

    private final Database database;

    PublicTrades(Database database) {
        this.database = database;
    }

    @Override
    public void fold(List<Received> batch) {
        List<TradeExecuted> rows =
                batch.stream()
                        .map(Received::event)
                        .filter(TradeExecuted.class::isInstance)
                        .map(TradeExecuted.class::cast)
                        .toList();
        if (!rows.isEmpty()) {
            database.update(
                    ADD,
                    Column.text(rows, TradeExecuted::market),
                    Column.bigint(rows, row -> row.trade().sequence()),
                    Column.text(rows, TradeExecuted::day),
                    Column.text(rows, TradeExecuted::product),
                    Column.text(rows, TradeExecuted::method),
                    Column.bigint(rows, row -> row.price().fen()),
                    Column.bigint(rows, row -> row.quantity().value()),
                    Column.bigint(rows, row -> row.amount().fen()),
                    Column.text(rows, TradeExecuted::taker),
                    Column.text(rows, TradeExecuted::at));
        }
    }

    /**
     * The newest trades before a number.
     *
     * @param before exclusive
     */
    List<PublicTrade> find(
            Market market,
            long before,
            @Nullable ProductCode product,
            @Nullable LocalDate day,
            int limit) {
        return database.query(
                FIND,
                PublicTrade::read,
                market.name(),
                before,
                product == null ? null : product.value(),
                day == null ? null : day.toString(),
                limit);
    }
}
