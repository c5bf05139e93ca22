package org.carbonmarket.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.reporting.database.Column;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.reconciliation.Postings.ExecutedDay;
import org.carbonmarket.reporting.reconciliation.Postings.TradedPosition;

/** Writes the books, a batch in a handful of statements. */
@ApplicationScoped
class BookTables {

    private final Database database;

    BookTables(Database database) {
        this.database = database;
    }

    void add(Postings postings) {
        move(postings.movements());
        handOver(postings.handOvers());
        live(postings.trades());
        trade(postings.positions());
        execute(postings.days());
        fault(postings.faults());
    }

    private void move(Collection<Movement> rows) {
        if (!rows.isEmpty()) {
            database.update(
                    BookStatements.MOVE,
                    Column.text(rows, row -> row.key().account()),
                    Column.text(rows, row -> row.key().item()),
                    Column.text(rows, row -> row.key().market()),
                    Column.text(rows, row -> row.key().kind()),
                    Column.bigint(rows, Movement::amount));
        }
    }

    private void handOver(Collection<HandOver> rows) {
        if (!rows.isEmpty()) {
            database.update(
                    BookStatements.HAND_OVER,
                    Column.text(rows, row -> row.key().way()),
                    Column.text(rows, row -> row.key().number()),
                    Column.text(rows, HandOver::account),
                    Column.text(rows, HandOver::item),
                    Column.text(rows, row -> row.given().said()),
                    Column.bigint(rows, row -> row.given().times()),
                    Column.text(rows, row -> row.taken().said()),
                    Column.bigint(rows, row -> row.taken().times()));
        }
    }

    private void live(Collection<TradeLife> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                BookStatements.TRADE,
                Column.text(rows, row -> row.trade().market()),
                Column.bigint(rows, row -> row.trade().sequence()),
                Column.text(rows, TradeLife::product),
                Column.text(rows, TradeLife::buyer),
                Column.text(rows, TradeLife::seller),
                Column.text(rows, row -> row.traded().text()),
                Column.bigint(rows, row -> row.traded().times()),
                Column.text(rows, row -> row.executed().terms().text()),
                Column.bigint(rows, row -> row.executed().terms().times()),
                Column.text(rows, row -> row.executed().parties()),
                Column.text(rows, row -> row.executed().lockLeg()),
                Column.text(rows, row -> row.executed().deliveryLeg()),
                Column.text(rows, row -> row.ended().said()),
                Column.bigint(rows, row -> row.ended().settledTimes()),
                Column.bigint(rows, row -> row.ended().failedTimes()),
                Column.bigint(rows, row -> row.ended().failedLocked() ? 1 : 0),
                Column.text(rows, row -> row.locked().text()),
                Column.bigint(rows, row -> row.locked().times()),
                Column.bigint(rows, TradeLife::rejectedTimes),
                Column.text(rows, row -> row.delivered().text()),
                Column.bigint(rows, row -> row.delivered().times()),
                Column.text(rows, row -> row.undone().text()),
                Column.bigint(rows, row -> row.undone().times()));
    }

    private void trade(Collection<TradedPosition> rows) {
        if (!rows.isEmpty()) {
            database.update(
                    BookStatements.TRADED,
                    Column.text(rows, row -> row.key().account()),
                    Column.text(rows, row -> row.key().item()),
                    Column.text(rows, row -> row.key().market()),
                    Column.text(rows, row -> row.key().day()),
                    Column.bigint(rows, TradedPosition::amount));
        }
    }

    private void execute(Collection<ExecutedDay> rows) {
        if (!rows.isEmpty()) {
            database.update(
                    BookStatements.EXECUTED_DAY,
                    Column.text(rows, row -> row.key().market()),
                    Column.text(rows, row -> row.key().day()),
                    Column.bigint(rows, ExecutedDay::trades),
                    Column.bigint(rows, ExecutedDay::volume),
                    Column.bigint(rows, ExecutedDay::amount),
                    Column.bigint(rows, ExecutedDay::fees),
                    Column.bigint(rows, ExecutedDay::lastNumber));
        }
    }

    private void fault(List<Finding> rows) {
        if (!rows.isEmpty()) {
            database.update(
                    BookStatements.FAULT,
                    Column.text(rows, Finding::invariant),
                    Column.text(rows, Finding::subject),
                    Column.text(rows, Finding::expected),
                    Column.text(rows, Finding::found),
                    Column.text(rows, Finding::evidence));
        }
    }

    /** One item of a statement. */
    private record Stated(Key key, LocalDate day, long amount) {

        /** Where it is stated to be. */
        private record Key(String account, String item, Market market) implements Comparable<Key> {

            @Override
            public int compareTo(Key other) {
                int order = account.compareTo(other.account);
                order = order == 0 ? item.compareTo(other.item) : order;
                return order == 0 ? market.compareTo(other.market) : order;
            }
        }
    }

    /**
     * Keeps the newest statement of each account, beside what was credited and released by then.
     */
    void state(List<PositionStated> statements) {
        TreeMap<Stated.Key, Stated> newest = new TreeMap<>();
        for (PositionStated statement : statements) {
            stated(newest, statement, Movement.MONEY, statement.funds().fen());
            statement
                    .products()
                    .forEach(held ->
                            stated(
                                    newest,
                                    statement,
                                    held.product().value(),
                                    held.tonnes().value()));
        }
        Collection<Stated> rows = newest.values();
        if (!rows.isEmpty()) {
            database.update(
                    BookStatements.STATE,
                    Column.text(rows, row -> row.key().account()),
                    Column.text(rows, row -> row.key().item()),
                    Column.text(rows, row -> row.key().market()),
                    Column.text(rows, Stated::day),
                    Column.bigint(rows, Stated::amount));
        }
    }

    private static void stated(
            Map<Stated.Key, Stated> into, PositionStated statement, String item, long amount) {
        Stated.Key key = new Stated.Key(statement.account().value(), item, statement.market());
        into.put(key, new Stated(key, statement.day(), amount));
    }
}
