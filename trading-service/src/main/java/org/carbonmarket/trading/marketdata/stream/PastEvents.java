package org.carbonmarket.trading.marketdata.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.projection.AsOf;

/** What is older than a replica remembers, from the projection, as it stood on the topics. */
@ApplicationScoped
class PastEvents {

    private static final String TRADES =
            "SELECT id, sequence, day, product, method, price, quantity, amount, taker, at"
                    + " FROM market_trade WHERE market = ? AND sequence > ?"
                    + " ORDER BY sequence LIMIT ?";
    private static final String LAST_TRADE =
            "SELECT coalesce(max(sequence), 0) FROM (SELECT market, sequence FROM market_trade"
                    + " UNION ALL SELECT market, sequence FROM market_voiding) AS numbered"
                    + " WHERE market = ?";
    private static final String VOIDINGS =
            "SELECT sequence, product, event FROM market_voiding WHERE market = ?"
                    + " AND sequence > ? ORDER BY sequence LIMIT ?";
    private static final String QUOTES =
            "SELECT product, sequence, quote FROM market_quote WHERE market = ?";

    private final DataSource database;
    private final ObjectWriter trades = MarketJson.mapper().writerFor(TradeExecuted.class);

    @Inject
    PastEvents(DataSource database) {
        this.database = database;
    }

    private interface Row {
        FeedEvent read(ResultSet row) throws SQLException;
    }

    private interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /**
     * The trades and voidings that follow a number without a gap, in order, at most so many. Both
     * are read in turn while the projection goes on: what only one of them shows yet is left out.
     */
    List<FeedEvent> trades(Market market, long after, int most) {
        List<FeedEvent> found =
                new ArrayList<>(page(VOIDINGS, market, after, most, PastEvents::voidingOf));
        found.addAll(page(TRADES, market, after, most, this::tradeOf));
        found.sort(Comparator.comparingLong(FeedEvent::sequence));
        List<FeedEvent> gapless = new ArrayList<>();
        for (FeedEvent event : found) {
            if (event.sequence() != after + 1 + gapless.size() || gapless.size() == most) {
                break;
            }
            gapless.add(event);
        }
        return gapless;
    }

    private List<FeedEvent> page(String sql, Market market, long after, int most, Row row) {
        return query(
                sql,
                statement -> {
                    statement.setString(1, market.name());
                    statement.setLong(2, after);
                    statement.setInt(3, most);
                    return rows(statement, row);
                });
    }

    private static List<FeedEvent> rows(PreparedStatement statement, Row reader)
            throws SQLException {
        List<FeedEvent> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    /** The number of the newest projected trade, 0 when there is none. */
    long lastTrade(Market market) {
        return query(
                LAST_TRADE,
                statement -> {
                    statement.setString(1, market.name());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? row.getLong(1) : 0;
                    }
                });
    }

    /** The newest projected quote of each product. */
    List<FeedEvent> quotes(Market market) {
        return query(
                QUOTES,
                statement -> {
                    statement.setString(1, market.name());
                    return rows(statement, PastEvents::quoteOf);
                });
    }

    private static FeedEvent quoteOf(ResultSet row) throws SQLException {
        return new FeedEvent(
                FeedEvent.Kind.QUOTE,
                row.getLong("sequence"),
                ProductCode.of(row.getString("product")),
                FeedEvent.nameOf(QuotePublished.class),
                row.getString("quote"));
    }

    private static FeedEvent voidingOf(ResultSet row) throws SQLException {
        return new FeedEvent(
                FeedEvent.Kind.TRADE,
                row.getLong("sequence"),
                ProductCode.of(row.getString("product")),
                FeedEvent.nameOf(TradeVoided.class),
                row.getString("event"));
    }

    private FeedEvent tradeOf(ResultSet row) throws SQLException {
        ProductCode product = ProductCode.of(row.getString("product"));
        TradeExecuted trade =
                new TradeExecuted(
                        TradeId.parse(row.getString("id")),
                        row.getObject("day", LocalDate.class),
                        product,
                        TradingMethod.valueOf(row.getString("method")),
                        Price.ofFen(row.getLong("price")),
                        Tonnes.of(row.getLong("quantity")),
                        Money.ofFen(row.getLong("amount")),
                        Side.valueOf(row.getString("taker")),
                        AsOf.shanghai(row.getObject("at", OffsetDateTime.class)));
        return new FeedEvent(
                FeedEvent.Kind.TRADE,
                row.getLong("sequence"),
                product,
                FeedEvent.nameOf(TradeExecuted.class),
                json(trade));
    }

    private String json(TradeExecuted trade) {
        try {
            return trades.writeValueAsString(trade);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T query(String sql, Query<T> query) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException unavailable) {
            throw new IllegalStateException("no past events to read", unavailable);
        }
    }
}
