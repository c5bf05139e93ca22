package org.carbonmarket.trading.marketdata.candles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.CandleSpan;

/** Reads candles as they are projected. */
@ApplicationScoped
class CandleQuery {

    private static final String PAGE =
            "SELECT start, day, open, high, low, close, volume, amount, trades FROM market_candle"
                    + " WHERE market = ? AND product = ? AND span = ? AND day BETWEEN ? AND ?"
                    + " AND extract(epoch FROM start) < ? ORDER BY start DESC LIMIT ?";

    private final DataSource database;

    @Inject
    CandleQuery(DataSource database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param from the first day
     * @param to the last day
     * @param before the second of the epoch before which candles begin
     */
    record Asked(
            Market market,
            ProductCode product,
            CandleSpan span,
            LocalDate from,
            LocalDate to,
            long before) {}

    /** Candles, newest first, at most so many. */
    List<CandleView> page(Asked asked, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement page = connection.prepareStatement(PAGE)) {
            page.setString(1, asked.market().name());
            page.setString(2, asked.product().value());
            page.setString(3, asked.span().name());
            page.setObject(4, asked.from());
            page.setObject(5, asked.to());
            page.setLong(6, asked.before());
            page.setInt(7, most);
            List<CandleView> found = new ArrayList<>();
            try (ResultSet row = page.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            return found;
        } catch (SQLException unavailable) {
            throw new IllegalStateException("no candles to read", unavailable);
        }
    }

    private static CandleView view(ResultSet row) throws SQLException {
        return new CandleView(
                AsOf.shanghai(row.getObject("start", OffsetDateTime.class)),
                row.getObject("day", LocalDate.class),
                Price.ofFen(row.getLong("open")),
                Price.ofFen(row.getLong("high")),
                Price.ofFen(row.getLong("low")),
                Price.ofFen(row.getLong("close")),
                Tonnes.of(row.getLong("volume")),
                Money.ofFen(row.getLong("amount")),
                row.getLong("trades"));
    }
}
