package org.carbonmarket.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.database.Row;
import org.carbonmarket.reporting.reconciliation.DayState.Cleared;
import org.carbonmarket.reporting.reconciliation.HandOver.Side;
import org.carbonmarket.reporting.reconciliation.HandOver.Way;
import org.carbonmarket.reporting.reconciliation.TradeLife.Ended;
import org.carbonmarket.reporting.reconciliation.TradeLife.Executed;
import org.carbonmarket.reporting.reconciliation.TradeLife.Said;

/** Reads from the books what is not settled for good: small, however much there ever was. */
@ApplicationScoped
class BookReader {

    private final Database database;

    BookReader(Database database) {
        this.database = database;
    }

    Collection<AccountBook> accounts() {
        TreeMap<String, AccountBook> books = new TreeMap<>();
        database.query(
                ReaderStatements.MOVEMENTS,
                row -> {
                    String account = row.text("account");
                    String item = row.text("item");
                    books.computeIfAbsent(
                                    Texts.of(account, item), _ -> new AccountBook(account, item))
                            .add(Movement.Kind.valueOf(row.text("kind")), row.number("amount"));
                    return account;
                });
        return books.values();
    }

    List<HandOver> openHandOvers() {
        return database.query(
                ReaderStatements.HAND_OVERS,
                row ->
                        new HandOver(
                                new HandOver.Key(Way.valueOf(row.text("way")), row.text("number")),
                                row.text("account"),
                                row.text("item"),
                                new Side(row.textOrNull("given"), times(row, "given")),
                                new Side(row.textOrNull("taken"), times(row, "taken"))));
    }

    List<TradeLife> openTrades() {
        return database.query(ReaderStatements.TRADES, BookReader::trade);
    }

    private static TradeLife trade(Row row) throws SQLException {
        return new TradeLife(
                new TradeId(row.market("market"), row.number("number")),
                row.textOrNull("product"),
                row.textOrNull("buyer"),
                row.textOrNull("seller"),
                said(row, "traded"),
                new Executed(
                        said(row, "executed"),
                        row.textOrNull("parties"),
                        row.textOrNull("lock_leg"),
                        row.textOrNull("delivery_leg")),
                new Ended(
                        row.textOrNull("ended"),
                        times(row, "settled"),
                        times(row, "failed"),
                        row.flag("failed_locked")),
                said(row, "locked"),
                times(row, "rejected"),
                said(row, "delivered"),
                said(row, "undone"));
    }

    private static Said said(Row row, String deed) throws SQLException {
        return new Said(row.textOrNull(deed), times(row, deed));
    }

    private static int times(Row row, String deed) throws SQLException {
        return Math.toIntExact(row.number(deed + "_times"));
    }

    List<DayState> days() {
        return database.query(
                ReaderStatements.DAYS,
                row ->
                        new DayState(
                                row.market("market"),
                                row.day("day"),
                                new DayState.Said(row.textOrNull("closed"), times(row, "closed")),
                                new Cleared(
                                        new DayState.Said(
                                                row.textOrNull("cleared"), times(row, "cleared")),
                                        row.number("ends"),
                                        row.number("failed"),
                                        row.number("fees")),
                                new DayState.Executed(
                                        row.number("executed_trades"),
                                        row.number("executed_volume"),
                                        row.number("executed_amount"),
                                        row.number("executed_fees")),
                                row.flag("complete"),
                                row.textOrNull("broken")));
    }

    /** Statements that differ from the books, where the books have all that they are about. */
    List<Finding> differingStatements() {
        return database.query(
                ReaderStatements.STATEMENTS,
                row ->
                        Finding.certain(
                                Invariant.I3,
                                "statement of %s %s in %s on %s"
                                        .formatted(
                                                row.text("account"),
                                                row.text("item"),
                                                row.text("market"),
                                                row.day("day")),
                                AccountBook.written(row.text("item"), row.number("folded")),
                                AccountBook.written(row.text("item"), row.number("stated")),
                                "credits, releases and executions up to the close"));
    }

    /** Trades of cleared days that have no end yet. */
    List<Finding> unendedOfClearedDays() {
        return database.query(
                ReaderStatements.UNENDED,
                row ->
                        Finding.suspected(
                                Invariant.I4,
                                "trade " + row.text("market") + "-" + row.number("number"),
                                "settled or failed, for its day is cleared",
                                "no end",
                                "day " + row.day("day")));
    }

    List<Finding> faults() {
        return database.query(
                ReaderStatements.FAULTS,
                row ->
                        Finding.certain(
                                Invariant.valueOf(row.text("invariant")),
                                row.text("subject"),
                                row.text("expected"),
                                row.text("found"),
                                row.text("evidence")));
    }

    /** Messages that could not be understood: what they said is missing from the books. */
    List<Finding> deadLetters() {
        return database.query(
                ReaderStatements.DEAD_LETTERS,
                row ->
                        Finding.certain(
                                Invariant.I4,
                                "topic " + row.text("topic"),
                                "every event understood",
                                row.number("kept") + " kept aside",
                                "first at partition %d, offset %d: %s"
                                        .formatted(
                                                row.number("partition"),
                                                row.number("record_offset"),
                                                row.text("reason"))));
    }

    /** The last trade of every closed day, by market and day. */
    Map<String, Long> lastNumbers() {
        Map<String, Long> numbers = new HashMap<>();
        database.query(
                ReaderStatements.LAST_NUMBERS,
                row ->
                        numbers.put(
                                Texts.of(row.market("market"), row.day("day")),
                                row.number("last_number")));
        return numbers;
    }

    /** The newest trade folded in from {@code trading.trades}, by market. */
    long lastPublishedTrade(String market) {
        return database.query(ReaderStatements.LAST_TRADE, row -> row.number("number"), market)
                .getFirst();
    }
}
