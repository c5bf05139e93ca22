package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.events.trading.TradingMethod;

/**
 * Minute and day candles of listed trades. Kept trade by trade; since the trades are in the
 * database too, the candles can be made anew from them at any time.
 */
@ApplicationScoped
public class ProjectedCandles {

    private static final String CANDLE =
            "INSERT INTO market_candle AS c (market, product, span, start, day, open, high, low,"
                    + " close, volume, amount, trades) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (market, product, span, start) DO UPDATE SET"
                    + " high = greatest(c.high, excluded.high),"
                    + " low = least(c.low, excluded.low), close = excluded.close,"
                    + " volume = c.volume + excluded.volume,"
                    + " amount = c.amount + excluded.amount,"
                    + " trades = c.trades + excluded.trades";

    private static final String WITHOUT =
            "UPDATE market_candle c SET volume = c.volume - t.quantity,"
                    + " amount = c.amount - t.amount, trades = c.trades - 1"
                    + " FROM market_trade t WHERE t.id = ? AND t.method = 'LISTED'"
                    + " AND c.market = t.market AND c.product = t.product AND c.day = t.day"
                    + " AND (c.span = 'DAY' OR c.start = date_trunc('minute', t.at))";

    private final DataSource database;
    private final Statements statements;

    @Inject
    ProjectedCandles(DataSource database, Statements statements) {
        this.database = database;
        this.statements = statements;
    }

    void apply(List<TradeExecuted> trades) {
        Map<Candle.Key, Candle> candles = new LinkedHashMap<>();
        for (TradeExecuted trade : trades) {
            if (trade.method() == TradingMethod.LISTED) {
                for (CandleSpan span : CandleSpan.values()) {
                    Candle candle = Candle.of(trade, span);
                    candles.merge(candle.key(), candle, Candle::and);
                }
            }
        }
        statements.forEach(CANDLE, candles.values(), ProjectedCandles::bind);
    }

    /** A trade voided on its own day counts in no volume; the prices it showed stay. */
    void applyVoidings(List<TradeVoided> voidings) {
        List<TradeVoided> sameDay =
                voidings.stream()
                        .filter(voiding -> voiding.day().equals(voiding.tradedOn()))
                        .toList();
        statements.forEach(
                WITHOUT, sameDay, (row, voiding) -> row.setString(1, voiding.voided().toString()));
    }

    /**
     * Makes every candle anew from the trades. The lock keeps the projection's next batch waiting;
     * what it is about to add is not counted here, so that nothing counts twice.
     *
     * @return how many candles there are
     */
    @Transactional
    public int rebuild() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE market_candle IN EXCLUSIVE MODE");
            statement.execute("DELETE FROM market_candle");
            return statement.executeUpdate(
                    "INSERT INTO market_candle SELECT * FROM candle_of_trades");
        } catch (SQLException unavailable) {
            throw new IllegalStateException("candles could not be rebuilt", unavailable);
        }
    }

    private static void bind(PreparedStatement row, Candle candle) throws SQLException {
        row.setString(1, candle.key().market().name());
        row.setString(2, candle.key().product().value());
        row.setString(3, candle.key().span().name());
        row.setObject(4, candle.key().start());
        row.setObject(5, candle.day());
        row.setLong(6, candle.open().fen());
        row.setLong(7, candle.high().fen());
        row.setLong(8, candle.low().fen());
        row.setLong(9, candle.close().fen());
        row.setLong(10, candle.volume().value());
        row.setLong(11, candle.amount().fen());
        row.setLong(12, candle.trades());
    }
}
