package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.trading.BidEvent;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;

/**
 * Orders in the database. Of one order, its entry comes before its fills and these before its end,
 * so a batch is written in that order, kind by kind.
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
    private static final String FILLED =
            "UPDATE market_order SET filled = filled + ?, filled_amount = filled_amount + ?,"
                    + " remaining = ?, state = ?, changed_at = ? WHERE id = ?";
    private static final String CANCELLED =
            "UPDATE market_order SET remaining = 0, state = ?, changed_at = ? WHERE id = ?";

    private final Statements statements;

    @Inject
    ProjectedOrders(Statements statements) {
        this.statements = statements;
    }

    void apply(List<OrderEvent> events) {
        List<OrderPlaced> placed = new ArrayList<>();
        List<OrderRejected> rejected = new ArrayList<>();
        List<OrderFilled> filled = new ArrayList<>();
        List<OrderCancelled> cancelled = new ArrayList<>();
        for (OrderEvent event : events) {
            switch (event) {
                case OrderPlaced order when !order.repeated() -> placed.add(order);
                case OrderRejected order when !order.repeated() -> rejected.add(order);
                case OrderFilled order -> filled.add(order);
                case OrderCancelled order -> cancelled.add(order);
                case OrderPlaced _,
                        OrderRejected _,
                        OrderReplaced _,
                        ReplaceRejected _,
                        CancelRejected _,
                        AllOrdersCancelled _ -> {
                    // Nothing changed.
                }
                case BlockEvent _, BidEvent _ -> {
                    // No listed orders.
                }
            }
        }
        statements.forEach(PLACED, placed, ProjectedOrders::bindPlaced);
        statements.forEach(REJECTED, rejected, ProjectedOrders::bindRejected);
        statements.forEach(FILLED, filled, ProjectedOrders::bindFilled);
        statements.forEach(CANCELLED, cancelled, ProjectedOrders::bindCancelled);
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

    private static void bindFilled(PreparedStatement row, OrderFilled fill) throws SQLException {
        row.setLong(1, fill.quantity().value());
        row.setLong(2, fill.price().times(fill.quantity()).fen());
        row.setLong(3, fill.remaining().value());
        row.setString(
                4,
                (fill.remaining().isZero() ? OrderState.FILLED : OrderState.PARTLY_FILLED).name());
        row.setObject(5, fill.at());
        row.setString(6, fill.order().toString());
    }

    private static void bindCancelled(PreparedStatement row, OrderCancelled end)
            throws SQLException {
        boolean isExpired = end.reason() == CancelReason.CLOSE_OF_DAY;
        row.setString(1, (isExpired ? OrderState.EXPIRED : OrderState.CANCELLED).name());
        row.setObject(2, end.at());
        row.setString(3, end.order().toString());
    }
}
