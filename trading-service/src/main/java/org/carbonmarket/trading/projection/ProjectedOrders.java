package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.BidEvent;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;

/**
 * Orders in the database. Of one order, its entry comes before all else, and what a batch made of
 * it afterwards is summed up in its order.
 */
@ApplicationScoped
class ProjectedOrders {

    private static final String PLACED =
            "INSERT INTO market_order (id, market, position, account, product, side, price,"
                    + " quantity, time_in_force, day, filled, filled_amount, remaining, state,"
                    + " entered_at, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REJECTED =
            "INSERT INTO market_order (id, market, position, account, product, side, price,"
                    + " quantity, filled, filled_amount, remaining, state, rejection, detail,"
                    + " entered_at, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 'REJECTED', ?, ?, ?, ?)";
    private static final String REPEATED =
            "INSERT INTO repeated_order (command, first_order) VALUES (?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String CHANGED =
            "UPDATE market_order SET filled = CASE WHEN ? THEN 0 ELSE filled END + ?,"
                    + " filled_amount = CASE WHEN ? THEN 0 ELSE filled_amount END + ?,"
                    + " remaining = ?, state = ?, price = coalesce(?, price),"
                    + " quantity = coalesce(?, quantity), changed_at = ? WHERE id = ?";

    private final Statements statements;

    @Inject
    ProjectedOrders(Statements statements) {
        this.statements = statements;
    }

    void apply(List<OrderEvent> events) {
        List<OrderPlaced> placed = new ArrayList<>();
        List<OrderRejected> rejected = new ArrayList<>();
        Map<String, OrderId> repeated = new LinkedHashMap<>();
        Map<OrderId, OrderChange> changes = new LinkedHashMap<>();
        for (OrderEvent event : events) {
            switch (event) {
                case OrderPlaced order when !order.repeated() -> placed.add(order);
                case OrderRejected order when !order.repeated() -> rejected.add(order);
                case OrderFilled order -> note(changes, OrderChange.of(order));
                case OrderReplaced order -> note(changes, OrderChange.of(order));
                case OrderCancelled order -> note(changes, OrderChange.of(order));
                case OrderPlaced order -> repeated.put(order.command(), order.order());
                case OrderRejected order -> repeated.put(order.command(), order.order());
                case ReplaceRejected _, CancelRejected _, AllOrdersCancelled _ -> {
                    // Nothing changed.
                }
                case BlockEvent _, BidEvent _ -> {
                    // No listed orders; blocks are projected apart.
                }
            }
        }
        statements.forEach(PLACED, placed, ProjectedOrders::bindPlaced);
        statements.forEach(REJECTED, rejected, ProjectedOrders::bindRejected);
        statements.forEach(
                REPEATED,
                repeated.entrySet(),
                (row, retry) -> {
                    row.setString(1, retry.getKey());
                    row.setString(2, retry.getValue().toString());
                });
        statements.forEach(CHANGED, changes.values(), ProjectedOrders::bindChange);
    }

    private static void note(Map<OrderId, OrderChange> changes, OrderChange change) {
        changes.merge(change.order(), change, OrderChange::then);
    }

    private static void bindPlaced(PreparedStatement row, OrderPlaced order) throws SQLException {
        row.setString(1, order.order().toString());
        row.setString(2, order.market().name());
        row.setLong(3, order.order().position());
        row.setString(4, order.account().value());
        row.setString(5, order.product().value());
        row.setString(6, order.side().name());
        row.setLong(7, order.price().fen());
        row.setLong(8, order.quantity().value());
        row.setString(9, order.timeInForce().name());
        row.setObject(10, order.day());
        row.setLong(11, order.filled().value());
        row.setLong(12, order.filledAmount().fen());
        row.setLong(13, order.remaining().value());
        row.setString(14, order.state().name());
        row.setObject(15, order.at());
        row.setObject(16, order.at());
    }

    private static void bindRejected(PreparedStatement row, OrderRejected order)
            throws SQLException {
        row.setString(1, order.order().toString());
        row.setString(2, order.market().name());
        row.setLong(3, order.order().position());
        row.setString(4, order.account().value());
        row.setString(5, order.product().value());
        row.setString(6, order.side().name());
        row.setLong(7, order.price().fen());
        row.setLong(8, order.quantity().value());
        row.setString(9, order.code().name());
        row.setString(10, order.detail());
        row.setObject(11, order.at());
        row.setObject(12, order.at());
    }

    private static void bindChange(PreparedStatement row, OrderChange change) throws SQLException {
        row.setBoolean(1, change.isWhole());
        row.setLong(2, change.filled());
        row.setBoolean(3, change.isWhole());
        row.setLong(4, change.filledAmount());
        row.setLong(5, change.remaining());
        row.setString(6, change.state().name());
        row.setObject(7, change.price(), Types.BIGINT);
        row.setObject(8, change.quantity(), Types.BIGINT);
        row.setObject(9, change.at());
        row.setString(10, change.order().toString());
    }
}
