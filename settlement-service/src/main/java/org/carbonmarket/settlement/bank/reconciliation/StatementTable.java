package org.carbonmarket.settlement.bank.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.settlement.bank.DayStatement;
import org.carbonmarket.settlement.bank.DayStatement.Entry;
import org.carbonmarket.settlement.bank.DayStatement.Flow;
import org.carbonmarket.settlement.bank.reconciliation.LedgerDay.Booked;
import org.jspecify.annotations.Nullable;

/** The bank's statements as they are stored, and the ledger's days beside them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatementTable {

    private final Database database;

    StatementTable(Database database) {
        this.database = database;
    }

    /** Statements of one day are taken one after the other. */
    void lock(LocalDate day) {
        database.stream(
                "select pg_advisory_xact_lock(12, (? - date '2000-01-01'))", row -> {}, day);
    }

    Optional<DayStatement> find(LocalDate day) {
        List<Entry> entries =
                database.query(
                        "select * from bank_statement_entry where day = ? order by line",
                        row ->
                                new Entry(
                                        row.text("bank_reference"),
                                        Flow.valueOf(row.text("direction")),
                                        Money.ofFen(row.number("fen"))),
                        day);
        return database.find(
                "select * from bank_statement where day = ?",
                row ->
                        new DayStatement(
                                row.text("message"),
                                day,
                                Money.ofFen(row.number("opening")),
                                Money.ofFen(row.number("closing")),
                                entries),
                day);
    }

    /** What the newest statement before a day closed at. */
    Optional<Money> closingBefore(LocalDate day) {
        return database.find(
                "select closing from bank_statement where day < ? order by day desc limit 1",
                row -> Money.ofFen(row.number("closing")),
                day);
    }

    void insert(DayStatement statement, String actor, OffsetDateTime now) {
        database.update(
                """
                insert into bank_statement
                    (day, message, opening, closing, received_at, received_by)
                values (?, ?, ?, ?, ?, ?)\
                """,
                statement.day(),
                statement.message(),
                statement.opening().fen(),
                statement.closing().fen(),
                now,
                actor);
        List<Integer> lines = IntStream.range(0, statement.entries().size()).boxed().toList();
        database.update(
                """
                insert into bank_statement_entry (day, line, bank_reference, direction, fen)
                select ?, line, reference, direction, fen
                from unnest(?, ?, ?, ?) as read (line, reference, direction, fen)\
                """,
                statement.day(),
                Column.bigint(lines, line -> line + 1L),
                Column.text(lines, line -> statement.entries().get(line).reference()),
                Column.text(lines, line -> statement.entries().get(line).flow().name()),
                Column.bigint(lines, line -> statement.entries().get(line).amount().fen()));
    }

    /** The ledger's day, with what it has of the statement's references on other days. */
    LedgerDay ledgerBeside(DayStatement statement) {
        long opening =
                database.find(
                                """
                                select coalesce(sum(case direction when 'DEPOSIT' then fen
                                                    else -fen end), 0)::bigint as fen
                                from ledger_at_bank where day < ?\
                                """,
                                row -> row.number("fen"),
                                statement.day())
                        .orElseThrow();
        List<Booked> entries =
                database.query(
                        """
                        select * from ledger_at_bank
                        where day = ? or bank_reference = any (?)
                        order by bank_reference\
                        """,
                        row ->
                                new Booked(
                                        row.text("bank_reference"),
                                        Flow.valueOf(row.text("direction")),
                                        row.textOrNull("account"),
                                        row.number("fen"),
                                        row.day("day")),
                        statement.day(),
                        Column.text(statement.entries(), Entry::reference));
        return new LedgerDay(statement.day(), opening, entries);
    }

    /** Days with a statement, newest first. */
    List<LocalDate> days(@Nullable LocalDate before, int limit) {
        return database.query(
                """
                select day from bank_statement where ?::date is null or day < ?
                order by day desc limit ?\
                """,
                row -> row.day("day"),
                before,
                before,
                limit);
    }
}
