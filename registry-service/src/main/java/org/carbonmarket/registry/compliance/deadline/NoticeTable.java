package org.carbonmarket.registry.compliance.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.compliance.Obligation;
import org.jspecify.annotations.Nullable;

/** Notices and deductions as they are stored. */
@ApplicationScoped
@Transactional
class NoticeTable {

    private final Database database;

    NoticeTable(Database database) {
        this.database = database;
    }

    String nextNumber() {
        return database.find(
                        "select 'NT-' || nextval('compliance_notice_number') as notice",
                        row -> row.text("notice"))
                .orElseThrow();
    }

    void insert(Notice notice, String actor) {
        Price average = notice.averagePrice();
        Money from = notice.fineFrom();
        Money to = notice.fineTo();
        database.update(
                """
                insert into compliance_notice
                    (notice, number, account, year, shortfall, average_fen, fine_from_fen,
                     fine_to_fen, deduction_year, issued_at, issued_by)
                values (?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::integer, ?, ?)\
                """,
                notice.notice(),
                notice.number(),
                notice.account().value(),
                notice.year(),
                notice.shortfall().value(),
                average == null ? null : average.fen(),
                from == null ? null : from.fen(),
                to == null ? null : to.fen(),
                notice.deductionYear(),
                notice.at(),
                actor);
    }

    /** Newest first. */
    List<Notice> page(
            @Nullable AccountId account, @Nullable Integer year, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from compliance_notice
                where number < ? and account = coalesce(?, account) and year = coalesce(?, year)
                order by number desc limit ?\
                """,
                NoticeTable::notice,
                before == null ? Long.MAX_VALUE : before,
                account == null ? null : account.value(),
                year,
                limit);
    }

    private static Notice notice(Row row) throws SQLException {
        String average = row.textOrNull("average_fen");
        String from = row.textOrNull("fine_from_fen");
        String to = row.textOrNull("fine_to_fen");
        String deduction = row.textOrNull("deduction_year");
        return new Notice(
                row.text("notice"),
                AccountId.of(row.text("account")),
                Math.toIntExact(row.number("year")),
                Tonnes.of(row.number("shortfall")),
                average == null ? null : Price.ofFen(Long.parseLong(average)),
                from == null ? null : Money.ofFen(Long.parseLong(from)),
                to == null ? null : Money.ofFen(Long.parseLong(to)),
                deduction == null ? null : Integer.valueOf(deduction),
                row.time("issued_at"));
    }

    void deduct(Obligation shortOf, int deductionYear, OffsetDateTime at, String actor) {
        database.update(
                """
                insert into deduction
                    (account, year, deduction_year, tonnes, ordered_at, ordered_by)
                values (?, ?, ?, ?, ?, ?)\
                """,
                shortOf.account().value(),
                shortOf.year(),
                deductionYear,
                shortOf.remaining().value(),
                at,
                actor);
    }

    Map<AccountId, Tonnes> deductions(Collection<AccountId> accounts, int deductionYear) {
        Map<AccountId, Tonnes> found = new HashMap<>();
        database.stream(
                """
                select account, sum(tonnes)::bigint as tonnes from deduction
                where deduction_year = ? and account = any (?) group by account\
                """,
                row ->
                        found.put(
                                AccountId.of(row.text("account")), Tonnes.of(row.number("tonnes"))),
                deductionYear,
                Column.text(accounts, AccountId::value));
        return found;
    }
}
