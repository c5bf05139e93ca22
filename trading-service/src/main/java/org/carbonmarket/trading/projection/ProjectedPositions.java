package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.trading.projection.PositionChanges.FundsKey;
import org.carbonmarket.trading.projection.PositionChanges.ProductChange;
import org.carbonmarket.trading.projection.PositionChanges.ProductKey;

/** What accounts hold in trading, kept as running sums. */
@ApplicationScoped
class ProjectedPositions {

    private static final String FUNDS =
            "INSERT INTO funds_position AS p (market, account, funds) VALUES (?, ?, ?)"
                    + " ON CONFLICT (market, account)"
                    + " DO UPDATE SET funds = p.funds + excluded.funds";
    private static final String PRODUCT =
            "INSERT INTO product_position AS p"
                    + " (market, account, product, tonnes, bought_on, bought)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (market, account, product) DO UPDATE"
                    + " SET tonnes = p.tonnes + excluded.tonnes,"
                    + " bought_on = coalesce(excluded.bought_on, p.bought_on),"
                    + " bought = CASE"
                    + " WHEN excluded.bought_on IS NULL THEN p.bought"
                    + " WHEN excluded.bought_on = p.bought_on THEN p.bought + excluded.bought"
                    + " ELSE excluded.bought END";

    private final Statements statements;

    @Inject
    ProjectedPositions(Statements statements) {
        this.statements = statements;
    }

    void apply(
            List<PositionEvent> moves,
            List<ExecutionRecorded> trades,
            List<ExecutionVoided> voids,
            List<SettlementFailed> failures) {
        PositionChanges changes = new PositionChanges();
        moves.forEach(changes::add);
        trades.forEach(changes::add);
        voids.forEach(changes::reverse);
        failures.forEach(changes::undo);
        statements.forEach(FUNDS, changes.funds().entrySet(), ProjectedPositions::bindFunds);
        statements.forEach(PRODUCT, changes.products().entrySet(), ProjectedPositions::bindProduct);
    }

    private static void bindFunds(PreparedStatement row, Map.Entry<FundsKey, Long> change)
            throws SQLException {
        row.setString(1, change.getKey().market().name());
        row.setString(2, change.getKey().account().value());
        row.setLong(3, change.getValue());
    }

    private static void bindProduct(
            PreparedStatement row, Map.Entry<ProductKey, ProductChange> change)
            throws SQLException {
        row.setString(1, change.getKey().owner().market().name());
        row.setString(2, change.getKey().owner().account().value());
        row.setString(3, change.getKey().product().value());
        row.setLong(4, change.getValue().tonnes());
        row.setObject(5, change.getValue().boughtOn());
        row.setLong(6, change.getValue().bought());
    }
}
