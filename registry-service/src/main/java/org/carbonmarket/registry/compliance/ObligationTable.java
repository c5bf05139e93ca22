package org.carbonmarket.registry.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceState;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jspecify.annotations.Nullable;

/** Obligations as they are stored, each with its history. */
@ApplicationScoped
@Transactional
class ObligationTable {

    private final Database database;

    ObligationTable(Database database) {
        this.database = database;
    }

    Optional<Obligation> find(AccountId account, int year) {
        return database.find(
                "select * from obligation where account = ? and year = ?",
                ObligationTable::obligation,
                account.value(),
                year);
    }

    /** Locks an obligation: taken after the account's row and before serials and holdings. */
    Optional<Obligation> lock(AccountId account, int year) {
        return database.find(
                "select * from obligation where account = ? and year = ? for update",
                ObligationTable::obligation,
                account.value(),
                year);
    }

    /** The account's overdue obligations that still lack something, oldest first, locked. */
    List<Obligation> lockOverdue(AccountId account) {
        return database.query(
                """
                select * from obligation where account = ? and state = 'OVERDUE'
                order by year for update\
                """,
                ObligationTable::obligation,
                account.value());
    }

    /** Those of a year in a state, by account, after one; locked. */
    List<Obligation> lockPastDeadline(int year, LocalDate today, int limit) {
        return database.query(
                """
                select * from obligation
                where year = ? and deadline < ? and not missed and state <> 'FULFILLED'
                order by account limit ? for update\
                """,
                ObligationTable::obligation,
                year,
                today,
                limit);
    }

    /** Those of a year that are overdue and not deducted yet, by account; locked. */
    List<Obligation> lockDeductible(int year, int limit) {
        return database.query(
                """
                select * from obligation
                where year = ? and state = 'OVERDUE' and deducted = 0
                order by account limit ? for update\
                """,
                ObligationTable::obligation,
                year,
                limit);
    }

    List<Obligation> page(
            @Nullable Integer year, @Nullable ComplianceState state, AccountYear after, int limit) {
        return database.query(
                """
                select * from obligation
                where (year, account) > (?, ?)
                  and year = coalesce(?, year) and state = coalesce(?, state)
                order by year, account limit ?\
                """,
                ObligationTable::obligation,
                after.year(),
                after.account(),
                year,
                state == null ? null : state.name(),
                limit);
    }

    /** Where a page begins. */
    record AccountYear(int year, String account) {}

    void store(Obligation obligation) {
        database.update(
                """
                insert into obligation
                    (account, year, version, verified, obligation, surrendered, offsets,
                     deducted, deadline, missed, state, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (account, year) do update
                set version = excluded.version, verified = excluded.verified,
                    obligation = excluded.obligation, surrendered = excluded.surrendered,
                    offsets = excluded.offsets, deducted = excluded.deducted,
                    deadline = excluded.deadline, missed = excluded.missed,
                    state = excluded.state, changed_at = excluded.changed_at\
                """,
                obligation.account().value(),
                obligation.year(),
                obligation.version(),
                obligation.verifiedEmissions().value(),
                obligation.obligation().value(),
                obligation.surrendered().value(),
                obligation.offset().value(),
                obligation.deducted().value(),
                obligation.deadline(),
                obligation.missed(),
                obligation.state().name(),
                obligation.at());
        database.update(
                """
                insert into obligation_history
                select account, year, version, verified, obligation, surrendered, offsets,
                       deducted, state, changed_at
                from obligation where account = ? and year = ?\
                """,
                obligation.account().value(),
                obligation.year());
    }

    private static Obligation obligation(Row row) throws SQLException {
        return new Obligation(
                AccountId.of(row.text("account")),
                Math.toIntExact(row.number("year")),
                row.number("version"),
                Tonnes.of(row.number("verified")),
                Tonnes.of(row.number("obligation")),
                Tonnes.of(row.number("surrendered")),
                Tonnes.of(row.number("offsets")),
                Tonnes.of(row.number("deducted")),
                LocalDate.parse(row.text("deadline")),
                row.text("missed").startsWith("t"),
                row.time("changed_at"));
    }
}
