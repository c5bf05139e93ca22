package org.carbonmarket.reporting.trades;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.reporting.database.Row;

/** A trade as the public sees it: no parties. */
public record PublicTrade(
        TradeId trade,
        LocalDate day,
        ProductCode product,
        TradingMethod method,
        Price price,
        Tonnes quantity,
        Money amount,
        Side taker,
        OffsetDateTime at) {

    static PublicTrade read(Row row) throws SQLException {
        return new PublicTrade(
                new TradeId(row.market("market"), row.number("number")),
                row.day("day"),
                ProductCode.of(row.text("product")),
                TradingMethod.valueOf(row.text("method")),
                Price.ofFen(row.number("price")),
                Tonnes.of(row.number("quantity")),
                Money.ofFen(row.number("amount")),
                Side.valueOf(row.text("taker")),
                row.time("at"));
    }
}
