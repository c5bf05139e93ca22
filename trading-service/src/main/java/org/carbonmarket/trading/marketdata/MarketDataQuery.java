package org.carbonmarket.trading.marketdata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.projection.AsOf;
import org.jspecify.annotations.Nullable;

/** Reads sessions, products and quotes as they are projected. */
@ApplicationScoped
class MarketDataQuery {

    private static final String SESSION =
            "SELECT day, phase, halted, uncleared FROM market_session WHERE market = ?";
    private static final String PRODUCTS =
            "SELECT product, reference_price, day, previous_close, lower_limit, upper_limit,"
                    + " close, halted FROM market_product WHERE market = ? ORDER BY product";
    private static final String QUOTE =
            "SELECT quote FROM market_quote WHERE market = ? AND product = ?";

    private final DataSource database;
    private final AsOf asOf;

    @Inject
    MarketDataQuery(DataSource database, AsOf asOf) {
        this.database = database;
        this.asOf = asOf;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    SessionView session(Market market) {
        List<SessionView> found = read(SESSION, row -> sessionOf(market, row), market.name());
        return found.isEmpty()
                ? new SessionView(market, asOf.of(market), null, Phase.CLOSED, null)
                : found.getFirst();
    }

    List<ProductView> products(Market market) {
        return read(PRODUCTS, MarketDataQuery::productOf, market.name());
    }

    /** The newest quote's JSON. */
    Optional<String> quote(Market market, ProductCode product) {
        return read(QUOTE, row -> row.getString(1), market.name(), product.value()).stream()
                .findFirst();
    }

    private SessionView sessionOf(Market market, ResultSet row) throws SQLException {
        Phase phase = Phase.valueOf(row.getString("phase"));
        boolean isHalted = row.getBoolean("halted") && phase != Phase.CLOSED;
        return new SessionView(
                market,
                asOf.of(market),
                row.getObject("day", LocalDate.class),
                isHalted ? Phase.HALTED : phase,
                row.getObject("uncleared", LocalDate.class));
    }

    private static ProductView productOf(ResultSet row) throws SQLException {
        return new ProductView(
                ProductCode.of(row.getString("product")),
                Price.ofFen(row.getLong("reference_price")),
                row.getObject("day", LocalDate.class),
                price(row, "previous_close"),
                price(row, "lower_limit"),
                price(row, "upper_limit"),
                price(row, "close"),
                row.getBoolean("halted"));
    }

    private static @Nullable Price price(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? null : Price.ofFen(fen);
    }

    private <T> List<T> read(String sql, Reader<T> reader, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException unavailable) {
            throw new IllegalStateException("no market data to read", unavailable);
        }
    }
}
