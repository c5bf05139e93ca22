package org.carbonmarket.settlement.bank.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.bank.BankMessages;
import org.carbonmarket.settlement.bank.PaymentOrder;
import org.carbonmarket.settlement.bank.orders.OrderedPayment.State;
import org.jspecify.annotations.Nullable;

/** Issues payment orders and keeps them as they were issued. */
@ApplicationScoped
@Transactional
public class PaymentOrders {

    private static final String COLUMNS =
            "message, posting, withdrawal, account, fen, execution_day, state, issued_at";

    private final BankMessages messages;
    private final Database database;

    PaymentOrders(BankMessages messages, Database database) {
        this.messages = messages;
        this.database = database;
    }

    /**
     * Issues an order; the bank finds it from now on.
     *
     * @param posting the number of the withdrawal's request in the ledger, which orders the list
     */
    public void issue(PaymentOrder order, long posting) {
        database.update(
                """
                insert into bank_order
                    (message, posting, withdrawal, account, fen, execution_day, state, content,
                     issued_at)
                values (?, ?, ?, ?, ?, ?, 'ISSUED', ?, ?)\
                """,
                order.message(),
                posting,
                order.withdrawal(),
                order.account().value(),
                order.amount().fen(),
                order.executionDay(),
                messages.written(order),
                order.issuedAt());
    }

    public void close(String message, State state) {
        database.update("update bank_order set state = ? where message = ?", state.name(), message);
    }

    public Optional<OrderedPayment> find(String message) {
        return database.find(
                "select " + COLUMNS + " from bank_order where message = ?",
                PaymentOrders::ordered,
                message);
    }

    /** Orders in the order of their withdrawals' requests, oldest first. */
    List<Listed> page(@Nullable State state, @Nullable Long after, int limit) {
        return database.query(
                "select "
                        + COLUMNS
                        + """
                         from bank_order
                        where posting > ? and (?::text is null or state = ?)
                        order by posting limit ?\
                        """,
                row -> new Listed(row.number("posting"), ordered(row)),
                after == null ? 0L : after,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                limit);
    }

    /** An order with the number that orders the list. */
    record Listed(long posting, OrderedPayment payment) {}

    byte[] content(String message) {
        return database.find(
                        "select content from bank_order where message = ?",
                        row -> row.bytes("content"),
                        message)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "PAYMENT_ORDER_UNKNOWN",
                                "There is no payment order of that number."));
    }

    private static OrderedPayment ordered(Row row) throws SQLException {
        return new OrderedPayment(
                row.text("message"),
                row.text("withdrawal"),
                AccountId.of(row.text("account")),
                Money.ofFen(row.number("fen")),
                row.day("execution_day"),
                State.valueOf(row.text("state")),
                row.time("issued_at"));
    }
}
