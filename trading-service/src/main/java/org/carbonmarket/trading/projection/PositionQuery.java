package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.projection.PositionView.ProductLine;

/** Reads an account's position. */
@ApplicationScoped
class PositionQuery {

    private static final String FUNDS =
            "SELECT coalesce((SELECT funds FROM funds_position"
                    + " WHERE market = ? AND account = ?), 0),"
                    + " coalesce((SELECT sum(price * remaining) FROM market_order"
                    + " WHERE market = ? AND account = ? AND side = 'BUY'"
                    + " AND state IN ('RESTING', 'PARTLY_FILLED')), 0)"
                    + " + coalesce((SELECT sum(price * quantity) FROM block_offer"
                    + " WHERE market = ? AND account = ? AND side = 'BUY'"
                    + " AND state = 'STANDING'), 0)";
    private static final String PRODUCTS =
            "SELECT p.product, p.tonnes,"
                    + " CASE WHEN p.bought_on = s.day THEN p.bought ELSE 0 END,"
                    + " coalesce((SELECT sum(o.remaining) FROM market_order o"
                    + " WHERE o.market = p.market AND o.account = p.account"
                    + " AND o.product = p.product AND o.side = 'SELL'"
                    + " AND o.state IN ('RESTING', 'PARTLY_FILLED')), 0)"
                    + " + coalesce((SELECT sum(b.quantity) FROM block_offer b"
                    + " WHERE b.market = p.market AND b.account = p.account"
                    + " AND b.product = p.product AND b.side = 'SELL'"
                    + " AND b.state = 'STANDING'), 0)"
                    + " FROM product_position p LEFT JOIN market_session s ON s.market = p.market"
                    + " WHERE p.market = ? AND p.account = ? ORDER BY p.product";

    private final DataSource database;
    private final AsOf asOf;

    @Inject
    PositionQuery(DataSource database, AsOf asOf) {
        this.database = database;
        this.asOf = asOf;
    }

    PositionView of(Market market, AccountId account) {
        try (Connection connection = database.getConnection();
                PreparedStatement funds = connection.prepareStatement(FUNDS);
                PreparedStatement products = connection.prepareStatement(PRODUCTS)) {
            funds.setString(1, market.name());
            funds.setString(2, account.value());
            funds.setString(3, market.name());
            funds.setString(4, account.value());
            funds.setString(5, market.name());
            funds.setString(6, account.value());
            products.setString(1, market.name());
            products.setString(2, account.value());
            try (ResultSet row = funds.executeQuery()) {
                row.next();
                return new PositionView(
                        market,
                        account,
                        asOf.of(market),
                        money(row.getLong(1)),
                        money(row.getLong(2)),
                        linesOf(products));
            }
        } catch (SQLException unavailable) {
            throw new IllegalStateException("no position to read", unavailable);
        }
    }

    private static List<ProductLine> linesOf(PreparedStatement products) throws SQLException {
        List<ProductLine> lines = new ArrayList<>();
        try (ResultSet rows = products.executeQuery()) {
            while (rows.next()) {
                long tonnes = rows.getLong(2);
                long bought = rows.getLong(3);
                long inOrders = rows.getLong(4);
                lines.add(
                        new ProductLine(
                                ProductCode.of(rows.getString(1)),
                                tonnes(tonnes),
                                tonnes(inOrders),
                                tonnes(bought),
                                tonnes(tonnes - bought - inOrders)));
            }
        }
        return lines;
    }

    /** Topics are projected side by side, so a sum may be short of one for a moment. */
    private static Money money(long fen) {
        return Money.ofFen(Math.max(0, fen));
    }

    private static Tonnes tonnes(long value) {
        return Tonnes.of(Math.max(0, value));
    }
}
