package org.carbonmarket.settlement.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.statements.Statement.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Objections to statements (Settlement Rules: to be raised before the next opening; who raises none
 * agrees). An objection stops nothing: settlement is final, the answer says what is done.
 */
@ApplicationScoped
@Transactional
class Objections {

    private final Accounts accounts;
    private final Database database;
    private final BusinessClock clock;

    Objections(Accounts accounts, Database database, BusinessClock clock) {
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    /** Markets opened; the first word about a day stands. */
    @Transactional(Transactional.TxType.MANDATORY)
    void opened(List<PhaseEntered> openings) {
        database.update(
                """
                insert into market_opening (market, day, opened_at)
                select * from unnest(?, ?, ?) on conflict do nothing\
                """,
                Column.text(openings, opening -> opening.market().name()),
                Column.day(openings, PhaseEntered::day),
                Column.time(openings, PhaseEntered::at));
    }

    /**
     * Files an objection.
     *
     * @throws Refusal 409 when a later day has opened, 422 when the day is still to come
     */
    Objection file(AccountId account, LocalDate day, String text, String actor) {
        accounts.requireKnown(account);
        if (day.isAfter(clock.today())) {
            throw Refusal.unprocessable(
                    "DAY_TO_COME", "day", "There is no statement of " + day + " yet.");
        }
        if (isOver(day)) {
            throw Refusal.conflict(
                    "OBJECTION_TOO_LATE",
                    "A later day than %s has opened; without an objection the statement is agreed."
                            .formatted(day));
        }
        return database.find(
                        """
                        insert into statement_objection (account, day, text, filed_by, filed_at)
                        values (?, ?, ?, ?, ?) returning *\
                        """,
                        Objections::objection,
                        account.value(),
                        day,
                        text,
                        actor,
                        now())
                .orElseThrow();
    }

    /** Answers an objection, once; the same answer again changes nothing. */
    Objection answer(long number, String answer, String actor) {
        Objection filed =
                database.find(
                                "select * from statement_objection where number = ? for update",
                                Objections::objection,
                                number)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "OBJECTION_UNKNOWN",
                                        "There is no objection of that number."));
        if (answer.equals(filed.answer())) {
            return filed;
        }
        if (filed.answer() != null) {
            throw Refusal.conflict(
                    "OBJECTION_ANSWERED",
                    "The objection was answered by " + filed.answeredBy() + ".");
        }
        return database.find(
                        """
                        update statement_objection
                        set answer = ?, answered_by = ?, answered_at = ?
                        where number = ? returning *\
                        """,
                        Objections::objection,
                        answer,
                        actor,
                        now(),
                        number)
                .orElseThrow();
    }

    Standing standing(AccountId account, LocalDate day) {
        List<Objection> filed = of(account, day);
        if (filed.isEmpty()) {
            return isOver(day) ? Standing.ACCEPTED : Standing.OPEN;
        }
        return filed.stream().allMatch(objection -> objection.answer() != null)
                ? Standing.ANSWERED
                : Standing.OBJECTED;
    }

    List<Objection> of(AccountId account, LocalDate day) {
        return database.query(
                "select * from statement_objection where account = ? and day = ? order by number",
                Objections::objection,
                account.value(),
                day);
    }

    /** Objections, oldest first. */
    List<Objection> page(boolean waitingOnly, @Nullable Long after, int limit) {
        return database.query(
                """
                select * from statement_objection
                where number > ? and (not ? or answered_at is null)
                order by number limit ?\
                """,
                Objections::objection,
                after == null ? 0L : after,
                waitingOnly,
                limit);
    }

    private boolean isOver(LocalDate day) {
        return database.find("select 1 from market_opening where day > ? limit 1", row -> day, day)
                .isPresent();
    }

    private OffsetDateTime now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static Objection objection(Row row) throws SQLException {
        return new Objection(
                row.number("number"),
                AccountId.of(row.text("account")),
                row.day("day"),
                row.text("text"),
                row.text("filed_by"),
                row.time("filed_at"),
                row.textOrNull("answer"),
                row.textOrNull("answered_by"),
                row.timeOrNull("answered_at"));
    }
}
